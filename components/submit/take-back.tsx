'use client'

import { useState } from 'react'
import { AskFirst } from '@/components/ask-first'
import { useTakenOff } from '@/components/moderation/taken-off'
import { useUpvotes } from '@/components/numbers-store'
import { send } from '@/components/send'
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
  const takeBack = async () => {
    if (step === 'sending') return
    setStep('sending')
    const answer = await send('DELETE', `${apiPaperPath(paperId)}/submission`)
    // Not to this page again: it may be gone, and for a moment others' copy of it would still come.
    if (answer.ok) return location.assign('/submit?done=takenback#yours')
    setRefused(answer.error)
    setStep('asking')
  }
  if (step === 'asking' || step === 'sending') {
    return (
      <fieldset className="sure" onKeyDown={(event) => event.key === 'Escape' && setStep('cancelled')}>
        <legend>Take it back? It leaves the list, with your vote and your comments.</legend>
        <button type="button" className="button" aria-disabled={step === 'sending'} onClick={() => void takeBack()}>
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
    <AskFirst isCancelled={step === 'cancelled'} onAsk={() => setStep('asking')}>
      Take it back
    </AskFirst>
  )
}
