import { announce } from '@/components/announcer'
import { type Climb, sayMoves } from '@/lib/list-moves'

// A busy list moves many times a minute; that is a sentence now and then, not one each.
const between = 6_000
const gather = 1_000

const waiting = new Map<string, { title: string; place: number }>()
let isPlanned = false
let saidAt = Number.NEGATIVE_INFINITY

/** Says which papers of this list climbed, together with others of the same seconds. */
export function announceMoves(list: HTMLElement, climbs: readonly Climb[]): void {
  for (const { id, place } of climbs) {
    const article = list.querySelector(`[data-paper="${CSS.escape(id)}"]`)
    waiting.set(id, { title: article?.querySelector('h2, h3')?.textContent ?? id, place })
  }
  if (waiting.size === 0 || isPlanned) return
  isPlanned = true
  setTimeout(say, Math.max(gather, saidAt + between - performance.now()))
}

function say(): void {
  isPlanned = false
  saidAt = performance.now()
  announce(sayMoves(waiting))
  waiting.clear()
}
