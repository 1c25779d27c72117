import { createContext, use } from 'react'
import type { Comment, Viewer } from '@/db/types'

/** What every comment of a talk needs to know. */
export type TalkContext = {
  paperId: string
  viewer: Pick<Viewer, 'name' | 'role'> | null
  /** False until it is known who is reading. */
  isKnown: boolean
  /** Ms; for "2 hours ago", the same on the server and while hydrating. */
  now: number
  /** Comments that came while the page was open. */
  arrived: ReadonlySet<string>
  /** Lays over the list what the server has just answered to a write of one's own. */
  settle: (comment: Comment) => void
}

const Context = createContext<TalkContext | null>(null)

export const TalkProvider = Context.Provider

export function useTalk(): TalkContext {
  const talk = use(Context)
  if (!talk) throw new Error('A comment stands in a talk.')
  return talk
}
