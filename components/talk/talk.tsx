import { Discussion } from '@/components/talk/discussion'
import type { Comment } from '@/db/types'

export type TalkProps = {
  paperId: string
  /** All of them, oldest first. */
  comments: Comment[]
  /** The paper's total, those that came with an import included. */
  total: number
  /** How many of the total came with an import, and so have no text here. */
  carried: number
  /** Show this comment and what answers it, alone. */
  thread?: string | undefined
}

/** What is said about a paper. All of it is in the server's HTML; the browser adds writing and what is new. */
export function Talk(props: TalkProps) {
  return <Discussion {...props} now={Date.now()} />
}
