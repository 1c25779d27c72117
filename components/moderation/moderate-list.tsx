'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { AskFirst } from '@/components/ask-first'
import { ReasonForm } from '@/components/moderation/reason-form'
import { moderate } from '@/components/moderation/request'
import { takeFocus } from '@/components/take-focus'

type Props = {
  listId: string
  /** Why a moderator made it private; null while it is public. */
  closedReason: string | null
}

/** For moderators, on the page of another's list: makes it private, or lets its owner make it public again. */
export function ModerateList({ listId, closedReason }: Props) {
  const router = useRouter()
  const [step, setStep] = useState<'closed' | 'asking' | 'cancelled' | 'reopened'>('closed')
  const [refused, setRefused] = useState<string | null>(null)
  if (step === 'reopened') {
    return (
      <p className="sure" role="status" tabIndex={-1} ref={takeFocus}>
        Its owner can make it public again. Until then nobody else sees it.
      </p>
    )
  }
  if (closedReason !== null) {
    const reopen = async () => {
      const error = await moderate({ list: listId }, null)
      if (error === null) setStep('reopened')
      else setRefused(error)
    }
    return (
      <>
        <p role="status" tabIndex={-1} ref={step === 'asking' ? takeFocus : null}>
          A moderator made this list private: <q dir="auto">{closedReason}</q> Only its owner and moderators see it.
        </p>
        <p className="sure">
          <button type="button" className="quiet" onClick={() => void reopen()}>
            Let it be public again
          </button>
          <span className="refused" role="alert">
            {refused}
          </span>
        </p>
      </>
    )
  }
  if (step === 'asking') {
    const close = async (reason: string) => {
      const error = await moderate({ list: listId }, reason)
      if (error === null) router.refresh()
      return error
    }
    return (
      <ReasonForm
        label="Why? The owner reads it here, and everyone in the moderation log."
        action="Make it private"
        send={close}
        onCancel={() => setStep('cancelled')}
      />
    )
  }
  return (
    <AskFirst isCancelled={step === 'cancelled'} onAsk={() => setStep('asking')}>
      Make it private
    </AskFirst>
  )
}
