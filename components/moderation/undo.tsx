'use client'

import { useEffect, useState } from 'react'
import { type Moderated, moderate } from '@/components/moderation/request'
import { askViewer, useViewer } from '@/components/viewer-store'
import type { ModerationLine } from '@/db/types'

/** For moderators: takes back what still stands. */
export function Undo({ line }: { line: Pick<ModerationLine, 'comment' | 'paper' | 'list'> }) {
  const { viewer } = useViewer()
  const what = moderatedIn(line)
  const [isDone, setDone] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => askViewer(), [])
  if (!viewer || viewer.role === 'member' || !what) return null
  const undo = async () => {
    const error = await moderate(what, null)
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

function moderatedIn({ comment, paper, list }: Pick<ModerationLine, 'comment' | 'paper' | 'list'>): Moderated | null {
  if (comment) return { comment: comment.id }
  if (list) return { list: list.id }
  return paper && { paper: paper.id }
}
