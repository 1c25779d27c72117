'use client'

import { useEffect, useState } from 'react'
import { moderate } from '@/components/moderation/request'
import { askViewer, useViewer } from '@/components/viewer-store'
import type { ModerationLine } from '@/db/types'

/** For moderators: takes back what still stands. */
export function Undo({ line: { comment, paper } }: { line: Pick<ModerationLine, 'comment' | 'paper'> }) {
  const { viewer } = useViewer()
  const [isDone, setDone] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => askViewer(), [])
  if (!viewer || viewer.role === 'member' || !(comment ?? paper)) return null
  const undo = async () => {
    const error = await moderate(comment ? { comment: comment.id } : { paper: paper?.id ?? '' }, null)
    if (error === null) setDone(true)
    else setRefused(error)
  }
  if (isDone) return <span role="status">Undone</span>
  return (
    <>
      <button type="button" onClick={() => void undo()}>
        Undo
      </button>
      <span className="refused" role="alert">
        {refused}
      </span>
    </>
  )
}
