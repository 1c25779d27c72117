'use client'

import { useEffect } from 'react'
import { openLive } from '@/components/live-stream'
import { makeLookAgain } from '@/components/look-again'

/** Keeps the numbers of a paper's page live, and lets its talk hear of comments. Shows nothing itself. */
export function LivePaper({ paperId }: { paperId: string }) {
  useEffect(() => {
    const { look, stop } = makeLookAgain(() => {})
    const close = openLive({ paper: paperId }, look)
    return () => {
      close()
      stop()
    }
  }, [paperId])
  return null
}
