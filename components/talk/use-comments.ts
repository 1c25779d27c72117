import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type CommentChange, onPaperComments } from '@/components/live-stream'
import { fetchComments } from '@/components/talk/fetch-comments'
import { keepPlace } from '@/components/talk/keep-place'
import { turns } from '@/components/talk/turns'
import { viewerNow } from '@/components/viewer-store'
import type { Comment } from '@/db/types'
import { withOwn } from '@/lib/thread'

type Start = { comments: Comment[]; carried: number }

// A list that was asked for so soon after a write of one's own (ms) may have been made before it.
const ownRules = 1_500

/**
 * The comments of a paper as they now are: those of the page, what the reader writes, and what others write meanwhile.
 * @param area the part of the page that must not move under the reader when comments come
 */
export function useComments(paperId: string, start: Start, area: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState(start)
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set())
  const served = useRef(start.comments)
  const own = useRef<{ comment: Comment; at: number }[]>([])
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [inTurn] = useState(() => turns())

  const look = useCallback(
    async (known: readonly Comment[] | null) => {
      const askedAt = Date.now()
      const read = await fetchComments(paperId, known)
      if (!read) return
      const before = served.current
      served.current = read.comments
      own.current = own.current.filter(({ at }) => askedAt - at < ownRules)
      const writes = own.current.map(({ comment }) => comment)
      keepPlace(area.current, () =>
        flushSync(() => {
          setShown({ comments: withOwn(read.comments, writes), carried: read.carriedOver })
          setArrived((all) => new Set([...all, ...newOf(before, read.comments)]))
        }),
      )
    },
    [paperId, area],
  )

  useEffect(() => {
    const stop = onPaperComments(paperId, (changes) => {
      if (changes.length > 0 && changes.every((change) => isKnown(change, served.current))) return
      inTurn(() => look(served.current))
    })
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && inTurn(() => look(null))
    window.addEventListener('pageshow', comeBack)
    return () => {
      stop()
      window.removeEventListener('pageshow', comeBack)
    }
  }, [paperId, look, inTurn])

  useEffect(() => () => clearTimeout(later.current), [])

  /** One's own word counts at once, and gives way to the server's when that must know of it. */
  const settle = useCallback(
    (comment: Comment) => {
      own.current.push({ comment, at: Date.now() })
      setShown(({ comments, carried }) => ({ comments: withOwn(comments, [comment]), carried }))
      clearTimeout(later.current)
      later.current = setTimeout(() => inTurn(() => look(null)), ownRules)
    },
    [look, inTurn],
  )

  return { ...shown, arrived, settle }
}

/** Whether a list shows a change already: whoever opens a page is told again what has just happened. */
function isKnown({ id, act }: CommentChange, list: readonly Comment[]): boolean {
  const state = list.find((comment) => comment.id === id)?.state
  if (act === 'wrote') return state !== undefined
  if (act === 'unhidden') return state === 'shown' || state === 'deleted'
  return act === state
}

/** Comments by others that were not there before. */
function newOf(before: readonly Comment[], now: readonly Comment[]): string[] {
  const known = new Set(before.map(({ id }) => id))
  const me = viewerNow().viewer?.name
  return now
    .filter(({ id, author, state }) => !known.has(id) && state === 'shown' && author?.name !== me)
    .map(({ id }) => id)
}
