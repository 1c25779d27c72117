'use client'

import { useEffect, useRef } from 'react'
import { Arrivals } from '@/components/talk/arrivals'
import { CommentItem } from '@/components/talk/comment-item'
import { Composer } from '@/components/talk/composer'
import { TalkProvider } from '@/components/talk/context'
import { commentPath, requestComment } from '@/components/talk/request'
import { showComment } from '@/components/talk/show-comment'
import { ThreadBar } from '@/components/talk/thread-bar'
import { useComments } from '@/components/talk/use-comments'
import { useNow } from '@/components/talk/use-now'
import { useOrder } from '@/components/talk/use-order'
import { useViewer } from '@/components/viewer-store'
import type { Comment } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { buildThread, isTooDeep, subThread } from '@/lib/thread'

export type TalkProps = {
  paperId: string
  /** All of them, oldest first. */
  comments: Comment[]
  /** How many more came with an import, and so have no text here. */
  carried: number
  /** Show this comment and what answers it, alone. */
  thread?: string | undefined
}

/** The talk itself. What the reader may do depends on who they are, which only the browser knows. */
export function Discussion({
  paperId,
  comments: served,
  carried: servedCarried,
  thread,
  now: servedNow,
}: TalkProps & { now: number }) {
  const area = useRef<HTMLDivElement>(null)
  const { viewer, isKnown } = useViewer()
  const now = useNow(servedNow)
  const [order, setOrder] = useOrder()
  const start = { comments: served, carried: servedCarried }
  const { comments, carried, arrived, settle } = useComments(paperId, start, area)
  useGoDeeper(paperId, comments, thread)

  const part = thread === undefined ? [] : subThread(comments, thread, order)
  const isPart = part.length > 0
  const branches = isPart ? part : buildThread(comments, order)
  const total = carried + comments.filter(({ state }) => state === 'shown').length

  return (
    <TalkProvider value={{ paperId, viewer, isKnown, now, arrived, settle }}>
      <div ref={area}>
        <ThreadBar {...{ total, carried, order, setOrder }} part={part[0] ?? null} />
        {!isPart && (
          <Composer
            id="composer"
            slot="new"
            label="Add to the discussion"
            action="Comment"
            send={(comment, signal) =>
              requestComment(commentPath(paperId), { method: 'POST', body: { comment }, signal })
            }
            onSent={(comment) => {
              settle(comment)
              showComment(comment.id)
            }}
          />
        )}
        <ol className="thread">
          {branches.map((branch) => (
            <CommentItem key={branch.comment.id} branch={branch} />
          ))}
        </ol>
        <Arrivals ids={arrived} />
      </div>
    </TalkProvider>
  )
}

/** A link to a comment too deep for the paper's page leads on to the page of its thread. */
function useGoDeeper(paperId: string, comments: Comment[], thread: string | undefined): void {
  useEffect(() => {
    const go = () => {
      const id = decodeURIComponent(/^#comment-(.+)$/.exec(location.hash)?.[1] ?? '')
      if (id && thread === undefined && isTooDeep(comments, id))
        location.replace(`${paperPath(paperId)}?thread=${id}#comment-${id}`)
    }
    go()
    window.addEventListener('hashchange', go)
    return () => window.removeEventListener('hashchange', go)
  }, [paperId, comments, thread])
}
