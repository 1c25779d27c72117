import { FormMessage } from '@/components/form-message'
import { rendered } from '@/components/rendered'
import type { Flash } from '@/lib/flash'
import { apiPaperPath, paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

type Props = {
  papers: { id: string; title: string; upvotes: number; comments: number }[]
  flash: Flash | null
  isTakenBack: boolean
}

/** What the reader submitted today. One that nobody else has voted for can be taken back here without JavaScript too. */
export function YoursToday({ papers, flash, isTakenBack }: Props) {
  if (papers.length === 0 && !flash && !isTakenBack) return null
  return (
    <section className="part" id="yours" aria-labelledby="yours-title">
      <div className="bar hung">
        <h2 id="yours-title">Yours today</h2>
      </div>
      <div className="text">
        <FormMessage flash={flash}>{isTakenBack && 'Taken back. It is off the list.'}</FormMessage>
      </div>
      <ol className="brief">
        {papers.map(({ id, title, upvotes, comments }) => (
          <li key={id}>
            <h3 dir="auto">
              <a href={paperPath(id)} {...rendered(renderTitle(title))} />
            </h3>
            <p className="meta">
              <span>{plural(upvotes, 'vote')}</span>
              <span>{plural(comments, 'comment')}</span>
            </p>
            {upvotes < 2 && (
              <form action={`${apiPaperPath(id)}/submission`} method="post" className="take-back">
                <button type="submit" className="quiet">
                  Take it back
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
