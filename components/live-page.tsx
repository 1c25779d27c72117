'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { openLive } from '@/components/live-stream'
import { makeLookAgain } from '@/components/look-again'

/** Keeps the numbers of a page with several lists live, over one connection. Shows nothing itself. */
export function LivePage() {
  const router = useRouter()
  useEffect(() => {
    const { look, stop } = makeLookAgain(() => router.refresh())
    const close = openLive({}, look)
    return () => {
      close()
      stop()
    }
  }, [router])
  return null
}
