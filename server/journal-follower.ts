import type { JournalRow } from '@/db/types'
import { logError } from '@/server/log'

type Options = {
  /** Rows after an id, oldest first. */
  listSince: (id: number, limit: number) => Promise<JournalRow[]>
  lastId: () => Promise<number>
  /** Called with each batch, in order, the next only when this one is done. */
  onRows: (rows: JournalRow[]) => void | Promise<void>
}

const batch = 500
const retryAfter = 1_000

/** Reads the journal on from its own place whenever it is told that there may be more. */
export class JournalFollower {
  readonly #options: Options
  #place = 0
  #running: Promise<void> | null = null
  #again = false
  #failed = false
  #stopped = false

  constructor(options: Options) {
    this.#options = options
  }

  /** The id of the last row that was handed on. */
  get place(): number {
    return this.#place
  }

  /** Starts at the end: memory is empty, so nothing older can be out of date. */
  async start(): Promise<void> {
    this.#place = await this.#options.lastId()
  }

  /** There may be new rows. Cheap to call often: one reading runs at a time. */
  poke(): void {
    this.#again = true
    if (this.#stopped) return
    this.#running ??= this.#read().finally(() => {
      this.#running = null
      // Poked after the last look and before this: nobody else would look.
      if (this.#again && !this.#failed) this.poke()
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  async #read(): Promise<void> {
    this.#failed = false
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false
        const rows = await this.#options.listSince(this.#place, batch)
        const last = rows.at(-1)
        if (!last) continue
        await this.#options.onRows(rows)
        this.#place = last.id
        this.#again ||= rows.length === batch
      }
    } catch (error) {
      this.#failed = true
      this.#again = true
      logError('Reading the journal failed; trying again in a second', error)
      setTimeout(() => this.poke(), retryAfter).unref()
    }
  }
}
