'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { openLive } from '@/components/live-stream'
import { makeLookAgain } from '@/components/look-again'
import { ownPageDelay } from '@/lib/reconnect'

/** Keeps the numbers of a page that is made for one person live, over one connection. Shows nothing itself. */
export function LivePage() {
  const router = useRouter()
  useEffect(() => {
    const { look, stop } = makeLookAgain(() => router.refresh(), ownPageDelay)
    const close = openLive({}, look)
    return () => {
      close()
      stop()
    }
  }, [router])
  return null
}
