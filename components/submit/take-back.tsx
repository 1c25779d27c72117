'use client'

import { useState } from 'react'
import { useTakenOff } from '@/components/moderation/taken-off'
import { useUpvotes } from '@/components/numbers-store'
import { takeFocus } from '@/components/take-focus'
import { useViewer } from '@/components/viewer-store'
import { apiPaperPath } from '@/lib/paper-id'

type Props = { paperId: string; submitter: string; upvotes: number }

/** For who submitted the paper, on its page, while nobody else has voted for it: takes it off the list again. */
export function TakeBack({ paperId, submitter, upvotes }: Props) {
  const { viewer } = useViewer()
  const shown = useUpvotes(paperId, upvotes)
  const isDone = useTakenOff(paperId)
  const [step, setStep] = useState<'closed' | 'asking' | 'cancelled' | 'sending'>('closed')
  const [refused, setRefused] = useState<string | null>(null)
  if (viewer?.name !== submitter) return null
  if (isDone || (shown > 1 && step === 'closed')) return null
  const send = async () => {
    if (step === 'sending') return
    setStep('sending')
    const error = await takeBack(paperId)
    // Not to this page again: it may be gone, and for a moment others' copy of it would still come.
    if (error === null) return location.assign('/submit?done=takenback#yours')
    setRefused(error)
    setStep('asking')
  }
  if (step === 'asking' || step === 'sending') {
    return (
      <fieldset className="sure" onKeyDown={(event) => event.key === 'Escape' && setStep('cancelled')}>
        <legend>Take it back? It leaves the list, with your vote and your comments.</legend>
        <button type="button" className="button" aria-disabled={step === 'sending'} onClick={() => void send()}>
          {step === 'sending' ? 'Sending' : 'Take it back'}
        </button>
        <button type="button" className="quiet" ref={takeFocus} onClick={() => setStep('cancelled')}>
          Keep it
        </button>
        <p className="refused" role="alert">
          {refused}
        </p>
      </fieldset>
    )
  }
  return (
    <p className="sure">
      <button
        type="button"
        className="quiet"
        ref={step === 'cancelled' ? takeFocus : null}
        onClick={() => setStep('asking')}
      >
        Take it back
      </button>
    </p>
  )
}

/** @returns why it was refused, or null when it was done */
async function takeBack(paperId: string): Promise<string | null> {
  try {
    const response = await fetch(`${apiPaperPath(paperId)}/submission`, { method: 'DELETE' })
    if (response.ok) return null
    const answer: { error?: string } = await response.json().catch(() => ({})) // a proxy's page is no JSON
    return answer.error ?? 'The site is not well. Try again.'
  } catch (error) {
    if (error instanceof TypeError) return 'The site does not answer. Try again.' // fetch throws it when no answer came
    throw error
  }
}
