'use client'

import { useState } from 'react'
import { AskFirst } from '@/components/ask-first'
import { TakeOffForm } from '@/components/moderation/take-off-form'
import { useTakenOff } from '@/components/moderation/taken-off'
import { takeFocus } from '@/components/take-focus'
import { useViewer } from '@/components/viewer-store'

/** For moderators, on the page of a paper that is on a day: takes it off. The log has the way back. */
export function ModeratePaper({ paperId }: { paperId: string }) {
  const { viewer } = useViewer()
  const isDone = useTakenOff(paperId)
  const [step, setStep] = useState<'closed' | 'asking' | 'cancelled'>('closed')
  if (!viewer || viewer.role === 'member') return null
  if (isDone) {
    return (
      <p className="sure" role="status" tabIndex={-1} ref={takeFocus}>
        <span>
          It is off its day. The{' '}
          <a className="link" href="/moderation">
            moderation log
          </a>{' '}
          has the way back.
        </span>
      </p>
    )
  }
  if (step === 'asking') return <TakeOffForm paperId={paperId} onCancel={() => setStep('cancelled')} />
  return (
    <AskFirst isCancelled={step === 'cancelled'} onAsk={() => setStep('asking')}>
      Take it off its day
    </AskFirst>
  )
}
