import { useId, useState } from 'react'
import { moderate } from '@/components/moderation/request'
import { noteTakenOff } from '@/components/moderation/taken-off'
import { takeFocus } from '@/components/take-focus'

type Props = { paperId: string; onCancel: () => void }

/** A moderator says why a paper goes from its day. */
export function TakeOffForm({ paperId, onCancel }: Props) {
  const field = useId()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send = async (reason: string) => {
    if (isSending) return
    setSending(true)
    const error = await moderate({ paper: paperId }, reason)
    setSending(false)
    // No reload: for a moment others' copy of this page would still come.
    if (error === null) noteTakenOff(paperId)
    else setRefused(error)
  }
  return (
    <form
      className="sure"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void send(String(new FormData(event.currentTarget).get('reason') ?? ''))
      }}
    >
      <label htmlFor={field}>Why? Everyone can read it in the moderation log.</label>
      <input className="field" id={field} name="reason" required minLength={3} maxLength={300} ref={takeFocus} />
      <button type="submit" className="button" aria-disabled={isSending}>
        {isSending ? 'Sending' : 'Take it off'}
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        Cancel
      </button>
      <p className="refused" role="alert">
        {refused}
      </p>
    </form>
  )
}
