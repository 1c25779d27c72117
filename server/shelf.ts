import { LRUCache } from 'lru-cache'
import type { SharedPage } from '@/lib/page-tags'
import type { KeptPage } from '@/server/kept-page'

/** Where one shared page is kept, and how good what is kept still is. Times are ms of one monotonic clock. */
export type Slot = {
  readonly shared: SharedPage
  kept: KeptPage | null
  /** When the render began that made it. */
  bornAt: number
  /** Since when it is known to be out of date. */
  staleSince: number | null
  /** The first time it was forgotten since the running fill began: what that fill brings is stale since then. */
  forgottenAt: number | null
  fill: Promise<Outcome> | null
  fillBegan: number
  /** How long the last fill took. */
  fillTook: number
  dropped: boolean
}

/** What came of a fill: a page (out of date since forgottenAt), or the advice to ask Next oneself. */
export type Outcome =
  | { kind: 'kept'; page: KeptPage; forgottenAt: number | null }
  | { kind: 'past' }
  | { kind: 'failed' }

/**
 * The slots: by key, bounded by bytes, and by tag. Addresses that anybody can make up stand on a small shelf of their
 * own, so that a million impossible days never push out a real one.
 */
export class Shelf {
  readonly #main: LRUCache<string, Slot>
  readonly #rare: LRUCache<string, Slot>
  readonly #filling = new Map<string, Slot>()
  readonly #byTag = new Map<string, Set<Slot>>()
  readonly #all = new Set<Slot>()

  constructor({ maxBytes, maxRareBytes }: { maxBytes: number; maxRareBytes: number }) {
    const dispose = (slot: Slot) => this.#drop(slot)
    this.#main = new LRUCache({ maxSize: maxBytes, dispose, noDisposeOnSet: true })
    this.#rare = new LRUCache({ maxSize: maxRareBytes, dispose, noDisposeOnSet: true })
  }

  /** The slot of a page, made when there is none. Asking for it counts as using it. */
  get(shared: SharedPage): Slot {
    const { key } = shared
    return this.#main.get(key) ?? this.#rare.get(key) ?? this.#filling.get(key) ?? this.#make(shared)
  }

  /** Marks a slot as used just now, so that others go first. */
  touch(slot: Slot): void {
    if (!this.#main.get(slot.shared.key)) this.#rare.get(slot.shared.key)
  }

  /** Keeps what a fill brought; slot.fill must be over. */
  put(slot: Slot, page: KeptPage, isRare: boolean): void {
    const [on, off] = isRare ? [this.#rare, this.#main] : [this.#main, this.#rare]
    this.#filling.delete(slot.shared.key)
    if (off.has(slot.shared.key)) off.delete(slot.shared.key)
    slot.kept = page
    this.#index(slot)
    on.set(slot.shared.key, slot, { size: page.size })
    if (!on.has(slot.shared.key)) this.#drop(slot) // larger than the whole shelf
  }

  /** A fill ended without a page: a slot that stands on no shelf is let go. */
  settle(slot: Slot): void {
    if (this.#filling.delete(slot.shared.key)) this.#drop(slot)
  }

  /** The slots under any of these tags. */
  tagged(tags: readonly string[] | 'all'): Iterable<Slot> {
    if (tags === 'all') return this.#all
    return new Set(tags.flatMap((tag) => [...(this.#byTag.get(tag) ?? [])]))
  }

  get bytes(): number {
    return this.#main.calculatedSize + this.#rare.calculatedSize
  }

  #make(shared: SharedPage): Slot {
    const slot: Slot = {
      shared,
      kept: null,
      bornAt: 0,
      staleSince: null,
      forgottenAt: null,
      fill: null,
      fillBegan: Number.NEGATIVE_INFINITY,
      fillTook: 0,
      dropped: true,
    }
    this.#filling.set(shared.key, slot)
    this.#index(slot)
    return slot
  }

  #index(slot: Slot): void {
    if (!slot.dropped) return
    slot.dropped = false
    this.#all.add(slot)
    for (const tag of slot.shared.tags) {
      const slots = this.#byTag.get(tag) ?? new Set()
      this.#byTag.set(tag, slots.add(slot))
    }
  }

  #drop(slot: Slot): void {
    // Pushed out in the middle of a fill: it must still hear what is forgotten, and comes back when the fill ends.
    if (slot.fill) {
      this.#filling.set(slot.shared.key, slot)
      return
    }
    slot.kept = null
    slot.dropped = true
    this.#all.delete(slot)
    for (const tag of slot.shared.tags) {
      const slots = this.#byTag.get(tag)
      slots?.delete(slot)
      if (slots?.size === 0) this.#byTag.delete(tag)
    }
  }
}
