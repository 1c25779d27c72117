import type { BareOrder } from '@/bench/bare'
import { startBeside } from '@/bench/beside'
import type { LoadOrder, LoadReport } from '@/bench/load'
import { type Ask, askOnce, headersForBare, written } from '@/bench/request'

/** How long a measurement takes: seconds of a run, rounds of each side, requests of a run that writes. */
export type Effort = { seconds: number; rounds: number; writes: number }

/** The programs beside the benchmark: one that loads a server, and bare Node to compare with. */
export class Bench {
  readonly effort: Effort
  readonly #load = startBeside<LoadOrder, LoadReport>('./load.ts')
  readonly #bare = startBeside<BareOrder | null, number>('./bare.ts')

  constructor(effort: Effort) {
    this.effort = effort
  }

  /** The port of bare Node. */
  barePort(): Promise<number> {
    return this.#bare.ask(null)
  }

  /** Asks the site once and has bare Node answer that row with the very same bytes. */
  async teachBare(port: number, ask: Ask): Promise<void> {
    const answer = await askOnce(port, ask)
    if (answer.status < 200 || answer.status > 299)
      throw new Error(`${ask.row}: ${ask.method} ${ask.path} answers ${answer.status} ${answer.body.subarray(0, 300)}`)
    await this.#bare.ask({ row: ask.row, status: answer.status, headers: headersForBare(answer), body: answer.body })
  }

  /** Answers a second to one request, asked again and again. */
  reading(port: number, ask: Ask, seconds = this.effort.seconds): Promise<number> {
    return this.#rate(ask.row, { port, requests: [written(ask)], once: false, connections: 16, seconds })
  }

  /** Answers a second to these, each asked once. */
  writing(port: number, asks: Ask[]): Promise<number> {
    return this.#rate(asks[0]?.row ?? '', {
      port,
      requests: asks.map(written),
      once: true,
      connections: 16,
      seconds: 20,
    })
  }

  /** Answers a second to these, asked in turn again and again: for bare Node, to which they all are the same. */
  repeating(port: number, asks: Ask[]): Promise<number> {
    const { seconds } = this.effort
    return this.#rate(asks[0]?.row ?? '', { port, requests: asks.map(written), once: false, connections: 16, seconds })
  }

  async stop(): Promise<void> {
    await Promise.all([this.#load.stop(), this.#bare.stop()])
  }

  async #rate(row: string, order: LoadOrder): Promise<number> {
    const { perSecond, refused } = await this.#load.ask(order)
    const statuses = Object.entries(refused).map(([status, times]) => `${times} × ${status}`)
    if (statuses.length > 0) throw new Error(`${row}: a server refused: ${statuses.join(', ')}`)
    return perSecond
  }
}

/** Takes from an endless sequence of requests, never the same twice. */
export function inTurn(askAt: (k: number) => Ask): (count: number) => Ask[] {
  let next = 0
  return (count) => Array.from({ length: count }, () => askAt(next++))
}
