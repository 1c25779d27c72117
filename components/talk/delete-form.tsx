import { useState } from 'react'
import { takeFocus } from '@/components/take-focus'
import { commentPath, requestComment } from '@/components/talk/request'
import type { Comment } from '@/db/types'

type Props = { comment: Comment; onDone: (comment: Comment) => void; onCancel: () => void }

/** Asks once more: deleted text does not come back. */
export function DeleteForm({ comment: { id, paperId }, onDone, onCancel }: Props) {
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const remove = async () => {
    if (isSending) return
    setSending(true)
    const answer = await requestComment(commentPath(paperId, id), { method: 'DELETE' })
    setSending(false)
    if (answer.ok) onDone(answer.value)
    else setRefused(`Not deleted. ${answer.error}`)
  }
  return (
    <fieldset className="sure" onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <legend>Delete this comment? Its text is gone for good; answers to it stay.</legend>
      <button type="button" className="button" aria-disabled={isSending} onClick={() => void remove()} ref={takeFocus}>
        Delete
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        Keep it
      </button>
      <p className="refused" role="alert">
        {refused}
      </p>
    </fieldset>
  )
}
