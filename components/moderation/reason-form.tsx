import { useId, useState } from 'react'
import { takeFocus } from '@/components/take-focus'

type Props = {
  label: string
  /** What the button says. */
  action: string
  /** Does it. @returns why it was refused, or null when it was done */
  send: (reason: string) => Promise<string | null>
  onCancel: () => void
}

/** A moderator says why. Once it is done, whoever shows the form takes it away. */
export function ReasonForm({ label, action, send, onCancel }: Props) {
  const field = useId()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const submit = async (reason: string) => {
    if (isSending) return
    setSending(true)
    setRefused(await send(reason))
    setSending(false)
  }
  return (
    <form
      className="sure"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(String(new FormData(event.currentTarget).get('reason') ?? ''))
      }}
    >
      <label htmlFor={field}>{label}</label>
      <input className="field" id={field} name="reason" required minLength={3} maxLength={300} ref={takeFocus} />
      <button type="submit" className="button" aria-disabled={isSending}>
        {isSending ? 'Sending' : action}
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
