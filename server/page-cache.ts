import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentSecurityPolicy, nonceSource } from '@/lib/csp'
import { type SharedPage, sharedPage } from '@/lib/page-tags'
import { sendAnswer } from '@/server/answer'
import { addressFor } from '@/server/asked-address'
import { type Answer, type Fetch, TooLarge } from '@/server/fill'
import { type CacheState, keepPage, sendPage } from '@/server/kept-page'
import { logError } from '@/server/log'
import { Shelf, type Slot } from '@/server/shelf'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export type PageCacheOptions = {
  fetch: Fetch
  /** Where a request goes that the cache does not answer. */
  past: Handler
  headers: (scripts: readonly string[]) => Record<string, string>
  /** The refusal when somebody asks too often for pages that have to be made; null lets them wait for theirs. */
  limit?: (request: IncomingMessage) => Promise<Response | null>
  /** What a kept answer of the API says beside itself, as of how much is left. */
  aside?: (request: IncomingMessage) => Promise<Headers>
  cacheControl?: string
  maxBytes?: number
  maxRareBytes?: number
  /** Monotonic ms. */
  clock?: () => number
}

// A reader may get a page that is out of date for this long (ms); from then on they wait for the new one.
const patience = 800
// One page is not rendered more often than this (ms), however many votes come in; where rendering takes long, so long
// that it leaves most of the time to readers, but not so long that a page would be a second behind.
const [leastPause, mostPause, shareOfRendering] = [200, 500, 1 / 5]
// Missing pages and pages without papers come back to life with an import, which forgets them; this is for the rest.
const missingMaxAge = 5_000
// While Next fails, a page that is no older than this (ms) is better than an error.
const grace = 60_000

/**
 * Finished pages, kept in front of Next (docs/decisions/0001). What is kept is the same for everybody: the fill
 * carries no cookie, and what is yours comes later as JSON.
 */
export class PageCache {
  readonly #options: PageCacheOptions
  readonly #shelf: Shelf
  readonly #clock: () => number
  // The raw address as browsers write it, so that a hit costs no parsing.
  readonly #byUrl = new Map<string, Slot>()

  constructor(options: PageCacheOptions) {
    this.#options = options
    this.#clock = options.clock ?? (() => performance.now())
    this.#shelf = new Shelf({ maxBytes: options.maxBytes ?? 96 << 20, maxRareBytes: options.maxRareBytes ?? 12 << 20 })
  }

  /** Answers when the address is a shared page. @returns whether it did or will */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const slot = this.#find(request)
    if (!slot) return false
    if (slot.shared.kind === 'page' || !this.#options.aside) this.#answer(slot, request, response)
    else
      this.#options
        .aside(request)
        .then((headers) => {
          for (const [name, value] of headers) response.setHeader(name, value)
          this.#answer(slot, request, response)
        })
        .catch((error: unknown) => this.#giveUp(slot, response, error))
    return true
  }

  #answer(slot: Slot, request: IncomingMessage, response: ServerResponse): void {
    const state = this.#stateOf(slot)
    if (slot.kept && state !== 'miss') {
      if (state === 'stale') this.#refill(slot)
      sendPage(slot.kept, state, request, response)
    } else this.#wait(slot, request, response).catch((error: unknown) => this.#giveUp(slot, response, error))
  }

  #giveUp(slot: Slot, response: ServerResponse, error: unknown): void {
    logError(`Sending ${slot.shared.key} failed`, error)
    response.destroy()
  }

  /** What these tags stand for has changed: their pages are out of date from now on, those being made included. */
  forget(tags: readonly string[] | 'all'): void {
    const now = this.#clock()
    for (const slot of this.#shelf.tagged(tags)) {
      slot.staleSince ??= now
      if (slot.fill) slot.forgottenAt ??= now
    }
  }

  /** Makes a page before anybody asks. @returns the status it has */
  async warm(path: string): Promise<number> {
    const shared = sharedPage(new URL(path, 'http://localhost'))
    if (!shared) throw new Error(`${path} is not a shared page`)
    const outcome = await this.#fill(this.#shelf.get(shared))
    return outcome.kind === 'kept' ? outcome.page.status : 503
  }

  get bytes(): number {
    return this.#shelf.bytes
  }

  #find(request: IncomingMessage): Slot | null {
    const { headers } = request
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    // What Next's router asks for is a payload, not a page; editors' drafts are nobody else's business.
    if (headers.rsc !== undefined || headers['next-router-state-tree'] !== undefined) return null
    if (headers['next-router-prefetch'] !== undefined || headers['next-router-segment-prefetch'] !== undefined)
      return null
    if (headers.cookie?.includes('__prerender_bypass')) return null

    const url = addressFor(request)
    const found = this.#byUrl.get(url)
    const slot = found && !found.dropped ? found : this.#lookUp(url)
    if (!slot || (slot.shared.kind === 'json' && headers.authorization !== undefined)) return null
    this.#shelf.touch(slot)
    return slot
  }

  #lookUp(url: string): Slot | null {
    const address = `http://localhost${url}`
    const shared = url.startsWith('/') && URL.canParse(address) ? sharedPage(new URL(address)) : null
    if (!shared) return null
    const slot = this.#shelf.get(shared)
    // Tracking parameters make endless addresses of any length for one page.
    if (url.length > 200) return slot
    if (this.#byUrl.size >= 20_000) this.#byUrl.clear()
    this.#byUrl.set(url, slot)
    return slot
  }

  #stateOf(slot: Slot): CacheState {
    const now = this.#clock()
    const expires = slot.bornAt + (slot.kept?.status === 200 ? slot.shared.maxAge : missingMaxAge)
    const since = slot.staleSince ?? expires
    if (now < since || (now === since && slot.staleSince === null)) return 'hit'
    return now - since < patience ? 'stale' : 'miss'
  }

  /** Has the page made anew in the background, unless that is under way or was just done. */
  #refill(slot: Slot): void {
    const pause = Math.min(Math.max(leastPause, slot.fillTook / shareOfRendering), mostPause)
    if (slot.fill || this.#clock() - slot.fillBegan < pause) return
    this.#fill(slot).catch((error: unknown) => logError(`Refilling ${slot.shared.key} failed`, error))
  }

  /** Sends what the running fill brings, or the next one if that was out of date before this reader came. */
  async #wait(slot: Slot, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = this.#clock()
    const no = await this.#options.limit?.(request)
    if (no) return sendAnswer(no, response)
    for (;;) {
      const outcome = await this.#fill(slot)
      if (response.destroyed) return
      if (outcome.kind === 'past') return this.#options.past(request, response)
      if (outcome.kind === 'failed') return this.#makeDo(slot, request, response)
      const { page, forgottenAt } = outcome
      if (forgottenAt === null || arrived - forgottenAt < patience) return sendPage(page, 'miss', request, response)
    }
  }

  #makeDo(slot: Slot, request: IncomingMessage, response: ServerResponse): void {
    if (slot.kept && this.#clock() - slot.bornAt < grace) sendPage(slot.kept, 'stale', request, response)
    else this.#options.past(request, response) // Next makes the error page, once for each who asks
  }

  #fill(slot: Slot): NonNullable<Slot['fill']> {
    slot.fill ??= this.#make(slot).catch((error: unknown) => {
      slot.fill = null
      this.#shelf.settle(slot)
      throw error
    })
    return slot.fill
  }

  async #make(slot: Slot): NonNullable<Slot['fill']> {
    const { shared } = slot
    const nonce = randomBytes(16).toString('base64')
    slot.fillBegan = this.#clock()
    slot.forgottenAt = null
    const answer = await this.#ask(shared, nonce)
    const fate = answer ? fateOf(answer, shared) : 'past'
    if (!answer || fate === 'past' || fate === 'failed') {
      slot.fill = null
      this.#shelf.settle(slot)
      return { kind: fate === 'failed' ? 'failed' : 'past' }
    }
    const page = await keepPage(answer, this.#making(nonce), slot.kept)
    slot.fill = null
    slot.fillTook = this.#clock() - slot.fillBegan
    slot.bornAt = slot.fillBegan
    slot.staleSince = slot.forgottenAt
    this.#shelf.put(slot, page, fate === 'rare')
    return { kind: 'kept', page, forgottenAt: slot.forgottenAt }
  }

  async #ask({ key, kind }: SharedPage, nonce: string): Promise<Answer | null> {
    const accept = kind === 'page' ? 'text/html' : 'application/json'
    const policy = contentSecurityPolicy({ scripts: [nonceSource(nonce)] })
    try {
      return await this.#options.fetch({ path: key, accept, policy })
    } catch (error) {
      if (error instanceof TooLarge) return null
      logError(`${key} could not be made`, error)
      return { status: 503, headers: {}, body: Buffer.alloc(0) }
    }
  }

  #making(nonce: string) {
    const { headers, cacheControl = 'public, max-age=0, must-revalidate' } = this.#options
    return { nonce, headers, cacheControl }
  }
}

/** What may be kept: a page, and for a short time that there is none. Never what sets a cookie or leads elsewhere. */
function fateOf({ status, headers, body }: Answer, { rare, proof }: SharedPage): 'main' | 'rare' | 'past' | 'failed' {
  if (status >= 500) return 'failed'
  if (headers['set-cookie'] || (status !== 200 && status !== 404)) return 'past'
  return status === 404 || rare || (proof && !body.includes(proof)) ? 'rare' : 'main'
}
