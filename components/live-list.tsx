'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { MutedLine, useUnmuted } from '@/components/follow/muted'
import { openLive } from '@/components/live-stream'
import { makeLookAgain } from '@/components/look-again'
import { type Entry, useArranged } from '@/components/use-arranged'
import type { LiveOrder } from '@/lib/list-moves'
import { wordsDelay } from '@/lib/reconnect'

type Props = {
  /** What it is sorted by; null when only its numbers are live, as on later pages. */
  order: LiveOrder | null
  /** The one day that it shows, null for lists of many days. */
  day: string | null
  /** In the order of the page as it was made. */
  entries: Entry[]
  /** The half-life of heat, for a list that is sorted by it. */
  halfLifeHours?: number
  /** Its papers say what follows from their places, as ranks do: after a move the page looks for the new words. */
  saysPlaces?: boolean
}

/** A list of papers that follows the votes of others: it sorts itself, and keeps the reader's place. */
export function LiveList({ order, day, entries, halfLifeHours = 24, saysPlaces = false }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const router = useRouter()
  const lookAgain = useRef<() => void>(undefined)
  const words = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onMove = useCallback(() => {
    if (!saysPlaces) return
    words.current ??= setTimeout(() => {
      words.current = undefined
      lookAgain.current?.()
    }, wordsDelay(Math.random()))
  }, [saysPlaces])
  const arranged = useArranged(list, entries, { order, halfLifeHours, onMove })
  const { shown, ...muting } = useUnmuted(arranged)
  useEffect(() => {
    const { look, stop } = makeLookAgain(() => router.refresh())
    const close = openLive(day ? { day } : {}, look)
    lookAgain.current = look
    return () => {
      close()
      stop()
      clearTimeout(words.current)
      words.current = undefined
    }
  }, [day, router])
  return (
    <>
      <ol className="papers" ref={list}>
        {shown.map(({ standing, node }) => (
          <li key={standing.id}>{node}</li>
        ))}
      </ol>
      <MutedLine {...muting} />
    </>
  )
}
