import { commentAuthor } from '@/components/talk/comment-author'
import type { Comment } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { plural } from '@/lib/text'
import type { Branch, ThreadOrder } from '@/lib/thread'

type Props = {
  total: number
  /** How many of the total came with an import. */
  carried: number
  order: ThreadOrder
  setOrder: (order: ThreadOrder) => void
  /** The part of the thread that is shown alone; null for all of it. */
  part: Branch<Comment> | null
}

const orders = [
  { order: 'oldest', words: 'In order' },
  { order: 'newest', words: 'Newest' },
] as const

export function ThreadBar({ total, carried, order: current, setOrder, part }: Props) {
  return (
    <>
      <div className="bar">
        <h2 id="talk-title" tabIndex={-1}>
          {part ? `A thread by ${commentAuthor(part.comment)}` : words(total)}
        </h2>
        <p className="order">
          {orders.map(({ order, words }) => (
            <button key={order} type="button" aria-pressed={order === current} onClick={() => setOrder(order)}>
              {words}
            </button>
          ))}
        </p>
      </div>
      {part && <WayBack total={total} comment={part.comment} />}
      {carried > 0 && !part && <p className="hint hung">{carriedWords(carried, total)}</p>}
    </>
  )
}

function WayBack({ total, comment }: { total: number; comment: Comment }) {
  const { paperId, parentId } = comment
  return (
    <p className="hint hung around">
      <a className="link" href={`${paperPath(paperId)}#talk`}>
        {total === 1 ? 'The whole discussion' : `All ${plural(total, 'comment')}`}
      </a>
      {parentId !== null && (
        <a className="link" href={`${paperPath(paperId)}?thread=${parentId}#comment-${parentId}`}>
          What this answers
        </a>
      )}
    </p>
  )
}

function carriedWords(carried: number, total: number): string {
  const only = 'only the number came with the import.'
  if (total === 1) return `It was written elsewhere: ${only}`
  if (carried === total) return `They were written elsewhere: ${only}`
  return `${carried === 1 ? '1 of these was' : `${carried} of these were`} written elsewhere: ${only}`
}

function words(total: number): string {
  return total === 0 ? 'No comments yet' : plural(total, 'comment')
}
