import { rendered } from '@/components/rendered'
import { VoteButton } from '@/components/vote-button'
import type { PaperLine } from '@/db/types'
import { formatDate } from '@/lib/days'
import { paperPath } from '@/lib/paper-id'
import { plainTitle, renderTitle } from '@/lib/tex'

/** Papers of one person, a line each; the right edge says when they submitted it or voted for it. */
export function PaperLines({ papers }: { papers: PaperLine[] }) {
  return (
    <ol className="compact titles">
      {papers.map(({ id, title, upvotes, at }) => (
        <li key={id}>
          <article className="paper" data-paper={id} data-upvotes={upvotes}>
            <VoteButton paperId={id} upvotes={upvotes} title={plainTitle(title)} />
            <h3 dir="auto">
              <a href={paperPath(id)} {...rendered(renderTitle(title))} />
            </h3>
            <p className="when">{at > 0 && formatDate(at)}</p>
          </article>
        </li>
      ))}
    </ol>
  )
}
