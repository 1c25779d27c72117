import { ReasonForm } from '@/components/moderation/reason-form'
import { moderate } from '@/components/moderation/request'
import { noteTakenOff } from '@/components/moderation/taken-off'

type Props = { paperId: string; onCancel: () => void }

/** A moderator says why a paper goes from its day. */
export function TakeOffForm({ paperId, onCancel }: Props) {
  const send = async (reason: string) => {
    const error = await moderate({ paper: paperId }, reason)
    // No reload: for a moment others' copy of this page would still come.
    if (error === null) noteTakenOff(paperId)
    return error
  }
  return (
    <ReasonForm
      label="Why? Everyone can read it in the moderation log."
      action="Take it off"
      send={send}
      onCancel={onCancel}
    />
  )
}
