import { commentAuthor } from '@/components/talk/comment-author'
import { CommentTime } from '@/components/talk/comment-time'
import { useTalk } from '@/components/talk/context'
import type { Comment } from '@/db/types'
import { plural } from '@/lib/text'

type Props = { comment: Comment; answers: number; isFolded: boolean; fold: () => void }

/** Who, when, and the fold of what stands beneath. */
export function CommentHeader({ comment, answers, isFolded, fold }: Props) {
  const { viewer, now } = useTalk()
  const { id, author, createdAt, editedAt, state } = comment
  const isMine = viewer !== null && author?.name === viewer.name && state !== 'deleted'
  return (
    <header>
      {state === 'deleted' ? (
        <h3 className="gone">Deleted by its author</h3>
      ) : (
        <h3 dir="auto">
          {author ? <a href={`/user/${author.name}`}>{commentAuthor(comment)}</a> : commentAuthor(comment)}
        </h3>
      )}
      {isMine && <span className="mine">you</span>}
      <CommentTime at={createdAt} now={now} href={`#comment-${id}`} />
      {editedAt !== null && state === 'shown' && <span title={new Date(editedAt).toISOString()}>edited</span>}
      <button type="button" className="fold quiet" aria-expanded={!isFolded} onClick={fold}>
        {isFolded ? `unfold${answers > 0 ? `, ${plural(answers, 'answer')}` : ''}` : 'fold'}
        <span className="hidden"> {commentAuthor(comment)}</span>
      </button>
    </header>
  )
}
