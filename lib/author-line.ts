import { cleanLine } from '@/lib/clean-text'
import { textCommands } from '@/lib/tex-words'

/**
 * The names in a line of authors as arXiv has them typed: `A. Sol (1 and 2), B. Roy Jr. and the Heat Collaboration
 * ((1) Lab, (2) Institute)`. Affiliations are left out, and TeX becomes letters.
 */
export function authorsOf(line: string): string[] {
  const names: string[] = []
  for (const part of withoutBrackets(lettersOfTex(line)).split(/\s*[,;:]\s*|\s+(?:and|&)\s+|^and\s+/)) {
    const name = cleanLine(part).replace(/^(?:(?:for|on behalf of)\s+the|the|and|&)\s+/i, '')
    const last = names.at(-1)
    if (last !== undefined && suffix.test(name)) names[names.length - 1] = `${last} ${name}`
    else if (/\p{L}/u.test(name) && !/^et\.? al\.?$/i.test(name)) names.push(name)
  }
  return names
}

const suffix = /^(?:Jr|Sr|I{1,3}|IV|VI{0,3}|Ph\.?\s?D)\.?$/i

/** Innermost first, as they nest; one that is never closed takes the rest with it. */
function withoutBrackets(text: string): string {
  const less = text.replace(/\([^()]*\)/g, ' ')
  return less === text ? text.replace(/\(.*|\)/g, ' ') : withoutBrackets(less)
}

const letters: Record<string, string> = {
  ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ss: 'ß', aa: 'å', AA: 'Å', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', i: 'i', j: 'j' },
}

function lettersOfTex(line: string): string {
  const whole = line
    .replace(/\s+/g, ' ')
    .replace(/\$[^$]*\$/g, '') // marks of affiliations
    // A dotless i is there to carry an accent.
    .replace(
      /\{?\\(ss|aa|AA|ae|AE|oe|OE|[oOlLij])(?![A-Za-z])(?:\{\}| )?\}?/g,
      (_, name: string) => letters[name] ?? name,
    )
  return textCommands(whole).replace(/[{}]/g, '').replaceAll('\u00a0', ' ')
}
