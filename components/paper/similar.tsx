import { rendered } from '@/components/rendered'
import type { Paper } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

type Props = { paperId: string; papers: readonly { paper: Paper; words: string[] }[] }

/** Papers about something similar, each with what it has in common with this one. */
export function Similar({ paperId, papers }: Props) {
  if (papers.length === 0) return null
  return (
    <section className="similar" aria-labelledby="similar-title">
      <div className="bar">
        <h2 id="similar-title">Similar papers</h2>
        <a className="link" href={`${paperPath(paperId)}/similar`}>
          More<span className="hidden"> similar papers</span>
        </a>
      </div>
      <ul>
        {papers.map(({ paper, words }) => (
          <li key={paper.id}>
            <h3 dir="auto">
              <a href={paperPath(paper.id)} {...rendered(renderTitle(paper.title))} />
            </h3>
            <p className="facts">
              <span>{new Date(paper.publishedAt).getUTCFullYear()}</span>
              <span>{plural(paper.upvotes, 'upvote')}</span>
              <SharedWords words={words} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why it is similar: the rarest words that both papers have. */
export function SharedWords({ words }: { words: readonly string[] }) {
  return words.length > 0 ? <span className="shared">both: {words.join(', ')}</span> : null
}
