import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { announceMoves } from '@/components/announce-moves'
import { watchHands } from '@/components/hands-off'
import { moveKeepingPlace } from '@/components/move-list'
import { standingNow, watchNumbers } from '@/components/numbers-store'
import { heatWith } from '@/lib/heat'
import { hourOf } from '@/lib/hours'
import { arrange, climbers, type LiveOrder } from '@/lib/list-moves'
import type { Standing } from '@/lib/order'

/** A paper of a list: the numbers that it was served with, and how it looks. `heat` for a list in the order of heat. */
export type Entry = { standing: Standing; node: ReactNode; heat?: number | null }

type Options = { order: LiveOrder | null; halfLifeHours: number; onMove: () => void }

/** The entries in the order of their numbers as they now are. Moves wait while the reader's hand is on the list. */
export function useArranged(
  list: RefObject<HTMLElement | null>,
  entries: Entry[],
  { order, halfLifeHours, onMove }: Options,
): Entry[] {
  const [shown, setShown] = useState(entries)
  const last = useRef(entries)
  useEffect(() => {
    const box = list.current
    if (!box) return
    let frame = 0

    const rearrange = () => {
      frame = 0
      if (hands.areBusy()) return
      const before = last.current
      const now = entries.map((entry) => entryNow(entry, halfLifeHours))
      const after = order ? arrange(now, order) : now
      last.current = after
      if (isSame(before, after)) return
      const climbed = climbers(standings(before), standings(after))
      const show = () => flushSync(() => setShown(after))
      moveKeepingPlace(box, new Set(climbed.map(({ id }) => id)), show)
      announceMoves(box, climbed)
      onMove()
    }
    const plan = () => {
      frame ||= requestAnimationFrame(rearrange)
    }
    const hands = watchHands(box, plan)
    const stop = watchNumbers(plan)
    // Entries that come with a refreshed page are arranged like those that move.
    plan()
    return () => {
      cancelAnimationFrame(frame)
      hands.stop()
      stop()
    }
  }, [list, entries, order, halfLifeHours, onMove])
  return shown
}

/** A vote that came since the page was made counts for this hour: at most one off, until the page is made anew. */
function entryNow({ standing, node, heat }: Entry, halfLifeHours: number): Entry {
  const now = standingNow(standing)
  if (heat === undefined) return { standing: now, node }
  const change = now.upvotes - standing.upvotes
  return { standing: now, node, heat: heatWith(heat, change, hourOf(Date.now()), halfLifeHours) }
}

function standings(entries: readonly Entry[]): Standing[] {
  return entries.map(({ standing }) => standing)
}

function isSame(before: readonly Entry[], after: readonly Entry[]): boolean {
  return before.length === after.length && before.every(({ node }, index) => node === after[index]?.node)
}
