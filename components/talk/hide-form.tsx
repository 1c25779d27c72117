import { useId, useState } from 'react'
import { takeFocus } from '@/components/take-focus'
import { requestComment } from '@/components/talk/request'
import type { Comment } from '@/db/types'

type Props = { comment: Comment; onDone: (comment: Comment) => void; onCancel: () => void }

/** A moderator says why a comment goes from view. */
export function HideForm({ comment: { id }, onDone, onCancel }: Props) {
  const field = useId()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const hide = async (form: FormData) => {
    if (isSending) return
    setSending(true)
    const body = { reason: String(form.get('reason') ?? '') }
    const answer = await requestComment(moderationPath(id), { method: 'PUT', body })
    setSending(false)
    if (answer.ok) onDone(answer.value)
    else setRefused(`Not hidden. ${answer.error}`)
  }
  return (
    <form
      className="sure"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void hide(new FormData(event.currentTarget))
      }}
    >
      <label htmlFor={field}>Why? Everyone will read it in the comment’s place and in the log.</label>
      <input className="field" id={field} name="reason" required minLength={3} maxLength={300} ref={takeFocus} />
      <button type="submit" className="button" aria-disabled={isSending}>
        Hide
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

export function ShowAgain({ comment: { id }, onDone }: Pick<Props, 'comment' | 'onDone'>) {
  const [refused, setRefused] = useState<string | null>(null)
  const show = async () => {
    const answer = await requestComment(moderationPath(id), { method: 'DELETE' })
    if (answer.ok) onDone(answer.value)
    else setRefused(`Not shown. ${answer.error}`)
  }
  return (
    <>
      <button type="button" onClick={() => void show()}>
        Show again
      </button>
      <span className="refused" role="alert">
        {refused}
      </span>
    </>
  )
}

function moderationPath(commentId: string): string {
  return `/api/moderation/comments/${commentId}`
}
