'use client'

import { useEffect } from 'react'
import { useUpvotes } from '@/components/numbers-store'
import { askViewer, useViewer } from '@/components/viewer-store'
import { VoteNews } from '@/components/vote-news'
import { pressVote, useBallot } from '@/components/votes'
import { count, plural, shortCount } from '@/lib/text'

type Props = {
  paperId: string
  /** The total that the page was made with. */
  upvotes: number
  /** Plain text. */
  title: string
}

/** The triangle and its count. The same HTML for everybody; the reader's own vote is laid over it in the browser. */
export function VoteButton({ paperId, upvotes, title }: Props) {
  const shown = useUpvotes(paperId, upvotes)
  const { voted } = useViewer()
  const { want, isSlow, refusal } = useBallot(paperId)
  useEffect(() => askViewer(paperId), [paperId])

  const isUp = want ?? voted.has(paperId)
  const digits = shown < 10_000 ? count(shown) : shortCount(shown)
  // A name has to hold what is seen, or who says it aloud to press it says it in vain.
  const exactly = shown < 10_000 ? '' : `, shown as ${digits}`
  const classes = ['vote', shown === 0 && 'zero', digits.length > 4 && 'wide'].filter(Boolean).join(' ')
  return (
    <>
      <button
        type="button"
        className={classes}
        aria-pressed={isUp}
        aria-busy={want !== null || undefined}
        aria-label={`Upvote, ${plural(shown, 'vote')}${exactly}${isUp ? ', yours among them' : ''}`}
        onClick={() => pressVote(paperId, upvotes)}
      >
        <svg viewBox="0 0 16 12" aria-hidden="true">
          <path d="M8 1 15 11.25H1Z" />
        </svg>
        <span className="n">{digits}</span>
      </button>
      {(refusal || isSlow) && <VoteNews paperId={paperId} title={title} isSlow={isSlow} refusal={refusal} />}
    </>
  )
}
