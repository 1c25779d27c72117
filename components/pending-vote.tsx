'use client'

import { useEffect } from 'react'
import { whenVisible } from '@/components/idle'
import { takePendingVote } from '@/components/pending-vote-store'
import { whenViewerKnown } from '@/components/viewer-store'
import { wishVote } from '@/components/votes'

/** Sends the vote that waited for a sign-in, once, and shows the reader its paper (docs/decisions/0006). */
export function PendingVote() {
  useEffect(() => {
    sendPendingVote()
  }, [])
  return null
}

async function sendPendingVote(): Promise<void> {
  // A page made ready in advance has nobody before it.
  await whenVisible()
  const { viewer } = await whenViewerKnown()
  const vote = viewer && takePendingVote()
  if (!vote) return
  const article = document.querySelector<HTMLElement>(`[data-paper="${CSS.escape(vote.paperId)}"]`)
  article?.scrollIntoView({ block: 'center' })
  article?.querySelector<HTMLElement>('.vote')?.focus({ preventScroll: true })
  await wishVote(vote.paperId, true, Number(article?.dataset.upvotes ?? 0))
}
