'use client'

import { useId, useState } from 'react'
import { moderate } from '@/components/moderation/request'
import { useViewer } from '@/components/viewer-store'

/** For moderators, on the page of a paper that is on a day: takes it off. The log has the way back. */
export function ModeratePaper({ paperId }: { paperId: string }) {
  const { viewer } = useViewer()
  const field = useId()
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (!viewer || viewer.role === 'member') return null
  const send = async (reason: string) => {
    const error = await moderate({ paper: paperId }, reason)
    // No reload: for a moment others' copy of this page would still come.
    if (error === null) setDone(true)
    else setRefused(error)
  }
  if (isDone) {
    return (
      <p className="sure" role="status">
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
  if (!isAsking) {
    return (
      <p className="sure">
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          Take it off its day
        </button>
      </p>
    )
  }
  return (
    <form
      className="sure"
      onSubmit={(event) => {
        event.preventDefault()
        void send(String(new FormData(event.currentTarget).get('reason') ?? ''))
      }}
    >
      <label htmlFor={field}>Why? Everyone can read it in the moderation log.</label>
      <input className="field" id={field} name="reason" required minLength={3} maxLength={300} />
      <button type="submit" className="button">
        Take it off
      </button>
      <button type="button" className="quiet" onClick={() => setAsking(false)}>
        Cancel
      </button>
      <p className="refused" role="alert">
        {refused}
      </p>
    </form>
  )
}
