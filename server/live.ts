import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JournalRow, PaperNumbers } from '@/db/types'
import { isDay } from '@/lib/days'
import type { LiveEvent } from '@/lib/live-event'
import { parsePaperId } from '@/lib/paper-id'
import { changesOf, eventFor, type Scope } from '@/server/live-changes'
import { logError } from '@/server/log'

type Options = {
  numbers: (ids: string[]) => Promise<PaperNumbers[]>
  listSince: (id: number, limit: number) => Promise<JournalRow[]>
  /** The id of the last journal row that was handed to tell(). */
  place: () => number
  heartbeat?: number
}

type Listener = { response: ServerResponse; channel: Channel; held: string[] | null }
type Channel = { scope: Scope; listeners: Set<Listener> }

// Further back than this, looking at the page anew is less than replaying.
const replayLimit = 2_000
// A page is rendered, sent and run before it listens; what happened in this time (ms) is said to newcomers again.
const recent = 90_000
// A page of a list that changed costs about this much to render (ms), for each listener that asks for it.
const renderTime = 20
// A listener that leaves this many bytes unread has gone, or might as well have.
const maxUnread = 256 << 10

/**
 * The live streams: one for each open page. Changes of the same moment are one event, made once for each scope and
 * written to all who listen to it. Events carry states and not steps, so hearing one twice does no harm.
 */
export class Live {
  readonly #options: Options
  readonly #channels = new Map<string, Channel>()
  readonly #recent: JournalRow[] = []
  readonly #heartbeat: NodeJS.Timeout
  #untold: JournalRow[] = []
  #telling: NodeJS.Timeout | null = null
  #written: Promise<void> = Promise.resolve()
  #toldAt = 0
  #count = 0

  constructor(options: Options) {
    this.#options = options
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeat ?? 20_000).unref()
  }

  get count(): number {
    return this.#count
  }

  /** Opens a stream. `after` is the journal id that the page has seen, null when it does not know. */
  open(scope: Scope, after: number | null, request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    })
    request.socket.setTimeout(0)
    const channel = this.#channelOf(scope)
    const listener: Listener = { response, channel, held: [] }
    channel.listeners.add(listener)
    this.#count += 1
    response.on('close', () => this.#close(listener))
    response.on('error', () => this.#close(listener))
    response.write('retry: 2000\n: listening\n\n')
    this.#catchUp(listener, after).catch((error: unknown) => {
      logError('Catching up a live stream failed', error)
      response.destroy()
    })
  }

  /** Tells everyone concerned what these rows changed: at once after a quiet time, in small batches in a storm. */
  tell(rows: readonly JournalRow[]): void {
    this.#remember(rows)
    if (this.#count === 0) return
    this.#untold.push(...rows)
    // Writing to a thousand listeners costs some 10 ms: the more there are, the more votes share one event.
    const due = this.#toldAt + 40 + this.#count / 10
    this.#telling ??= setTimeout(() => this.#tellNow(), Math.max(0, due - performance.now()))
  }

  /** Ends all streams; browsers come back by themselves, to whoever serves then. */
  end(): void {
    clearInterval(this.#heartbeat)
    if (this.#telling) clearTimeout(this.#telling)
    this.#hangUp()
  }

  #tellNow(): void {
    const rows = this.#untold.splice(0)
    this.#telling = null
    this.#toldAt = performance.now()
    // One after the other: numbers that were read earlier must not be sent later.
    this.#written = this.#written
      .then(() => this.#writeAll(rows))
      .catch((error: unknown) => {
        logError('Telling the live streams failed', error)
        // They resume from the last event that they did get.
        this.#hangUp()
      })
  }

  async #writeAll(rows: readonly JournalRow[]): Promise<void> {
    const changes = changesOf(rows)
    const numbers = await this.#numbersOf(changes.papers.keys())
    const id = rows.at(-1)?.id ?? this.#options.place()
    for (const channel of this.#channels.values()) {
      const event = eventFor(channel.scope, changes, numbers)
      if (!event) continue
      const text = format(id, event.days || event.refetch ? { ...event, spread: this.#count * renderTime } : event)
      for (const listener of channel.listeners) this.#send(listener, text)
    }
  }

  /** What it missed comes first; what happens meanwhile is held until then, so that newer numbers stay last. */
  async #catchUp(listener: Listener, after: number | null): Promise<void> {
    const text = await this.#missed(listener.channel.scope, after)
    const held = listener.held ?? []
    listener.held = null
    for (const part of [text, ...held]) this.#send(listener, part)
  }

  async #missed(scope: Scope, after: number | null): Promise<string> {
    const place = this.#options.place()
    const rows = after === null ? this.#recent : await this.#options.listSince(after, replayLimit + 1)
    // An id from the future was given by another database: this one was restored or replaced.
    if (rows.length > replayLimit || (after !== null && after > place && rows.length === 0)) {
      return format(place, { papers: [], refetch: true })
    }
    const changes = changesOf(rows)
    const event = eventFor(scope, changes, await this.#numbersOf(changes.papers.keys()))
    const last = Math.max(place, rows.at(-1)?.id ?? 0)
    return event ? format(last, event) : `id: ${last}\n\n`
  }

  async #numbersOf(ids: Iterable<string>): Promise<Map<string, PaperNumbers>> {
    const wanted = [...ids]
    const numbers = wanted.length > 0 ? await this.#options.numbers(wanted) : []
    return new Map(numbers.map((paper) => [paper.id, paper]))
  }

  #send(listener: Listener, text: string): void {
    const { response } = listener
    if (listener.held) listener.held.push(text)
    else if (response.writableLength > maxUnread) response.destroy()
    else if (!response.writableEnded) response.write(text)
  }

  #hangUp(): void {
    for (const { listeners } of this.#channels.values()) for (const { response } of listeners) response.end()
  }

  #beat(): void {
    for (const { listeners } of this.#channels.values()) for (const each of listeners) this.#send(each, ':\n\n')
  }

  #remember(rows: readonly JournalRow[]): void {
    const oldest = (rows.at(-1)?.at ?? 0) - recent
    this.#recent.push(...rows)
    const keep = this.#recent.findIndex(({ at }) => at >= oldest)
    this.#recent.splice(0, Math.max(keep, this.#recent.length - replayLimit, 0))
  }

  #channelOf(scope: Scope): Channel {
    const name = JSON.stringify(scope)
    const channel = this.#channels.get(name) ?? { scope, listeners: new Set() }
    this.#channels.set(name, channel)
    return channel
  }

  #close(listener: Listener): void {
    const { listeners, scope } = listener.channel
    if (!listeners.delete(listener)) return
    this.#count -= 1
    if (listeners.size === 0) this.#channels.delete(JSON.stringify(scope))
  }
}

/** Reads `?day=`, `?paper=` or nothing, and from where on: Last-Event-ID, or `after` for a page's first stream. */
export function readLiveRequest(
  query: URLSearchParams,
  lastEventId: string | undefined,
): { scope: Scope; after: number | null } | { error: string } {
  const [day, paper] = [query.get('day'), query.get('paper')]
  if (day !== null && paper !== null) return { error: 'Listen to a day or to a paper, not to both.' }
  if (day !== null && !isDay(day)) return { error: 'day wants a date, as in 2026-06-02.' }
  const id = paper === null ? null : parsePaperId(paper)
  if (paper !== null && id === null) return { error: 'paper wants the id of a paper, as in 2308.10087.' }
  const from = lastEventId || query.get('after')
  const after = from && /^\d{1,15}$/.test(from) ? Number(from) : null
  if (id) return { scope: { kind: 'paper', id }, after }
  return { scope: day ? { kind: 'day', day } : { kind: 'site' }, after }
}

function format(id: number, event: LiveEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`
}
