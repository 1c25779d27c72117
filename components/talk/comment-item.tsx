import { useState } from 'react'
import { CommentActs } from '@/components/talk/comment-acts'
import { CommentHeader } from '@/components/talk/comment-header'
import { useTalk } from '@/components/talk/context'
import type { Comment } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { plural } from '@/lib/text'
import { type Branch, deepest } from '@/lib/thread'

type Props = { branch: Branch<Comment> }

/** A comment and, indented, what answers it. */
export function CommentItem({ branch }: Props) {
  const { comment, size } = branch
  const { arrived } = useTalk()
  const [isFolded, setFolded] = useState(false)
  return (
    <li
      className={arrived.has(comment.id) ? 'comment moved' : 'comment'}
      id={`comment-${comment.id}`}
      tabIndex={-1} // so that it can be brought the focus when it has just been written
    >
      <CommentHeader comment={comment} answers={size} isFolded={isFolded} fold={() => setFolded(!isFolded)} />
      <div hidden={isFolded}>
        <CommentActs comment={comment} depth={branch.depth} />
        <Replies branch={branch} />
      </div>
    </li>
  )
}

function Replies({ branch: { comment, depth, size, replies } }: Props) {
  if (replies.length === 0) return null
  if (depth >= deepest) {
    return (
      <a className="deeper" href={`${paperPath(comment.paperId)}?thread=${comment.id}#comment-${comment.id}`}>
        Continue this thread<span>{plural(size, 'more answer')}</span>
      </a>
    )
  }
  return (
    <ol className="thread">
      {replies.map((reply) => (
        <CommentItem key={reply.comment.id} branch={reply} />
      ))}
    </ol>
  )
}
