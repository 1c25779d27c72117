import { answerOrders } from '@/bench/beside'
import { Connection } from '@/bench/connection'

/* Beside the benchmark: asks as fast as the server answers. */

export type LoadOrder = {
  port: number
  /** Whole HTTP requests, sent in turn. */
  requests: string[]
  /** Each of them once, then it is over; otherwise again and again. */
  once: boolean
  connections: number
  seconds: number
}

/** Times in ms. `refused` counts answers that were not 2xx, by status. */
export type LoadReport = {
  answers: number
  perSecond: number
  refused: Record<string, number>
  p50: number
  p99: number
}

answerOrders(load)

async function load({ port, requests, once, connections, seconds }: LoadOrder): Promise<LoadReport> {
  const bytes = requests.map((request) => Buffer.from(request))
  const times: number[] = []
  const refused: Record<string, number> = {}
  const began = performance.now()
  const until = began + seconds * 1000
  let sent = 0

  function next(): Buffer | undefined {
    if (performance.now() >= until || (once && sent >= bytes.length)) return undefined
    sent += 1
    return bytes[(sent - 1) % bytes.length]
  }

  async function work(): Promise<void> {
    let connection: Connection | null = null
    await new Promise<void>((resolve, reject) => {
      const ask = (on: Connection) => {
        const request = next()
        if (!request) return resolve()
        const at = performance.now()
        on.send(request, (status) => {
          times.push(performance.now() - at)
          if (status < 200 || status > 299) refused[status] = (refused[status] ?? 0) + 1
          ask(on)
        })
      }
      Connection.open(port, reject).then((on) => {
        connection = on
        ask(on)
      }, reject)
    }).finally(() => connection?.close())
  }

  await Promise.all(Array.from({ length: connections }, work))
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { answers: times.length, perSecond: times.length / took, refused, p50: at(0.5), p99: at(0.99) }
}
