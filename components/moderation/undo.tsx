'use client'

import { useEffect, useState } from 'react'
import { moderate } from '@/components/moderation/request'
import { askViewer, useViewer } from '@/components/viewer-store'
import type { ModerationLine } from '@/db/types'

/** For moderators: takes back what still stands. */
export function Undo({ line: { comment, paper } }: { line: Pick<ModerationLine, 'comment' | 'paper'> }) {
  const { viewer } = useViewer()
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => askViewer(), [])
  if (!viewer || viewer.role === 'member' || !(comment ?? paper)) return null
  const undo = async () => {
    const error = await moderate(comment ? { comment: comment.id } : { paper: paper?.id ?? '' }, null)
    if (error === null) location.reload()
    else setRefused(error)
  }
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
