import { useState } from 'react'
import { ReasonForm } from '@/components/moderation/reason-form'
import { requestComment } from '@/components/talk/request'
import type { Comment } from '@/db/types'

type Props = { comment: Comment; onDone: (comment: Comment) => void; onCancel: () => void }

/** A moderator says why a comment goes from view. */
export function HideForm({ comment: { id }, onDone, onCancel }: Props) {
  const hide = async (reason: string) => {
    const answer = await requestComment(moderationPath(id), { method: 'PUT', body: { reason } })
    if (!answer.ok) return `Not hidden. ${answer.error}`
    onDone(answer.value)
    return null
  }
  return (
    <ReasonForm
      label="Why? Everyone will read it in the comment’s place and in the log."
      action="Hide"
      send={hide}
      onCancel={onCancel}
    />
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
