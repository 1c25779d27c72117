import type { CslItem } from '@/lib/citation'
import type { citationLibrary } from '@/lib/citation-library'
import type { CitedName } from '@/lib/citation-names'

type Library = Awaited<ReturnType<typeof citationLibrary>>

/**
 * A paper as a record of RIS. The library says what goes where; the lines are written here, as it breaks them after 70
 * signs in the middle of a word, which no setting stops, and other programs read a space there.
 */
export function risRecord(item: CslItem, library: Library): string {
  const { author, issued, DOI, id } = item
  const [record = {}] = library.output.format(
    'ris',
    [
      {
        ...item,
        // An article would be one of a journal.
        type: 'document',
        ...(author && { author: author.map(withoutParticle) }),
        issued: { 'date-parts': [issued['date-parts'][0].map((part) => String(part).padStart(2, '0'))] },
      },
    ],
    { format: 'object' },
  )
  // The library cuts a key after 20 signs, and a DOI before a dot at its end.
  const { TY = 'GEN', ...tags } = { ...record, ID: id, ...(DOI && { DO: DOI }) }
  return [`TY  - ${TY}`, ...Object.entries(tags).flatMap(linesOf), 'ER  - ', ''].join('\n')
}

/** RIS has no place for a particle of its own; the library would leave it out. */
function withoutParticle(name: CitedName): CitedName {
  if ('literal' in name) return name
  const { 'non-dropping-particle': particle, family, ...rest } = name
  return { ...rest, family: particle ? `${particle} ${family}` : family }
}

function linesOf([tag, value]: [string, string | string[]]): string[] {
  return [value].flat().map((each) => `${tag}  - ${each}`)
}
