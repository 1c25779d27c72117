'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { openLive } from '@/components/live-stream'
import { makeLookAgain } from '@/components/look-again'
import { type Entry, useArranged } from '@/components/use-arranged'
import type { Order } from '@/lib/order'

type Props = {
  /** What it is sorted by; null when only its numbers are live, as on later pages. */
  order: Order | null
  /** The one day that it shows, null for lists of many days. */
  day: string | null
  /** In the order of the page as it was made. */
  entries: Entry[]
}

/** A list of papers that follows the votes of others: it sorts itself, and keeps the reader's place. */
export function LiveList({ order, day, entries }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const shown = useArranged(list, entries, order)
  const router = useRouter()
  useEffect(() => {
    const { look, stop } = makeLookAgain(() => router.refresh())
    const close = openLive(day ? { day } : {}, look)
    return () => {
      close()
      stop()
    }
  }, [day, router])
  return (
    <ol className="papers" ref={list}>
      {shown.map(({ standing, node }) => (
        <li key={standing.id}>{node}</li>
      ))}
    </ol>
  )
}
