import { rendered } from '@/components/rendered'
import type { ListedPaper } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

type Props = {
  heading: string
  /** Why, and what to do. */
  children: React.ReactNode
  /** Something to read meanwhile. */
  meanwhile: { heading: string; href: string; papers: ListedPaper[]; total: number } | null
}

/** A list without papers, and where papers are. */
export function EmptyList({ heading, children, meanwhile }: Props) {
  return (
    <>
      <div className="empty">
        <h2>{heading}</h2>
        {children}
      </div>
      {meanwhile && (
        <>
          <div className="meanwhile">
            <h2>{meanwhile.heading}</h2>
            <a className="link" href={meanwhile.href}>
              All {meanwhile.total}
            </a>
          </div>
          <ol className="brief">
            {/* No votes here: an empty page is known by having nothing to vote for (lib/page-tags.ts). */}
            {meanwhile.papers.map(({ id, title, authorCount, upvotes, comments }) => (
              <li key={id}>
                <h3 dir="auto">
                  <a href={paperPath(id)} {...rendered(renderTitle(title))} />
                </h3>
                <p className="meta">
                  <span>{plural(upvotes, 'vote')}</span>
                  <span>{plural(authorCount, 'author')}</span>
                  <span>{plural(comments, 'comment')}</span>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
