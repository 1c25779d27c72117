import { type AskedSearch, askedAnew, searchPath } from '@/lib/search-asked'
import { nothingSays, type Spelling } from '@/lib/spelling-meant'

type Props = { id: string; asked: AskedSearch; spelling: Spelling & { isSearched: boolean } }

/** What was meant by words that look misspelt: offered, or searched already where nothing has them. */
export function SpellingNote({ id, asked, spelling }: Props) {
  const meant = (
    <a className="link" href={searchPath(askedAnew(asked, spelling.q))}>
      <Meant parts={spelling.parts} />
    </a>
  )
  return (
    <p className="unread spelt" id={id}>
      {spelling.isSearched ? (
        <>
          {nothingSays(spelling.words)} These are papers for “{meant}”.{' '}
          <a className="link" href={searchPath({ ...asked, page: 1, isVerbatim: true })}>
            Search for “{asked.q}” as typed
          </a>
        </>
      ) : (
        <>Did you mean: {meant}</>
      )}
    </p>
  )
}

function Meant({ parts }: Pick<Spelling, 'parts'>) {
  return (
    <span dir="auto">
      {parts.map(({ text, isMeant }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stay where they are
        isMeant ? <em key={at}>{text}</em> : text,
      )}
    </span>
  )
}
