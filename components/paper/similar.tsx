import { rendered } from '@/components/rendered'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'

type Props = { paperId: string; papers: readonly { paper: { id: string; title: string }; words: string[] }[] }

/** Papers about something similar, each with the words that it shares with this one. */
export function Similar({ paperId, papers }: Props) {
  if (papers.length === 0) return null
  return (
    <aside className="margin similar" aria-labelledby="similar-title">
      <div className="bar">
        <h2 id="similar-title">Similar papers</h2>
        <a className="link" href={`${paperPath(paperId)}/similar`}>
          More<span className="hidden"> similar papers</span>
        </a>
      </div>
      <ul>
        {papers.map(({ paper, words }) => (
          <li key={paper.id}>
            <a dir="auto" href={paperPath(paper.id)} {...rendered(renderTitle(paper.title))} />
            {words.length > 0 && <span>{inBoth(words)}</span>}
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** Why it is similar. */
export function inBoth(words: readonly string[]): string {
  return `Both say ${words.join(', ')}`
}
