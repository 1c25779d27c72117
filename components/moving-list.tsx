'use client'

import { useRef } from 'react'
import { type Entry, useArranged } from '@/components/use-arranged'
import type { Order } from '@/lib/order'

/** A list on a page of several: it moves with its numbers, which the page hears of (components/live-page.tsx). */
export function MovingList({ order, entries }: { order: Order | null; entries: Entry[] }) {
  const list = useRef<HTMLOListElement>(null)
  const shown = useArranged(list, entries, { order, halfLifeHours: 0, onMove: stay })
  return (
    <ol className="papers" ref={list}>
      {shown.map(({ standing, node }) => (
        <li key={standing.id}>{node}</li>
      ))}
    </ol>
  )
}

/** No words on these pages follow from a place. */
function stay(): void {}
