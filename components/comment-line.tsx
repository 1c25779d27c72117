import { rendered } from '@/components/rendered'
import { commentAuthor } from '@/components/talk/comment-author'
import { CommentTime } from '@/components/talk/comment-time'
import type { CommentWithPaper } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { renderTitle } from '@/lib/tex'

type Props = {
  comment: CommentWithPaper
  now: number
  /** The level of its heading. */
  heading: 'h2' | 'h3'
  /** On the page of the one who wrote it their name goes without saying. */
  withAuthor?: boolean
}

/** A comment out of its thread: the paper it stands under leads to it. */
export function CommentLine({ comment, now, heading: Heading, withAuthor = false }: Props) {
  const { id, paperId, paperTitle, author, createdAt, editedAt, replyTo, html } = comment
  const href = `${paperPath(paperId)}#comment-${id}`
  return (
    <li className="comment">
      <Heading className="whence" dir="auto">
        <a href={href} {...rendered(renderTitle(paperTitle))} />
      </Heading>
      <header>
        {withAuthor && author && (
          <a className="who" href={`/user/${author.name}`} dir="auto">
            {commentAuthor(comment)}
          </a>
        )}
        <CommentTime at={createdAt} now={now} href={href} />
        {replyTo !== null && (
          <span>
            in reply to <bdi>{replyTo}</bdi>
          </span>
        )}
        {editedAt !== null && <span>edited</span>}
      </header>
      <div className="prose" dir="auto" {...rendered(html)} />
    </li>
  )
}
