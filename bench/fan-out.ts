import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { voteRow } from '@/bench/asks'
import { answerOrders } from '@/bench/beside'
import { inHeader, rowHeader } from '@/bench/request'
import { dayVoterOf, paperIdAt, papersOfDay, tokenOf } from '@/bench/synthetic'

/* Beside the benchmark: readers who listen to one day, and a vote now and then. One process, so that one clock tells. */

export type FanOutOrder = { port: number; day: string; listeners: number; votes: number; firstVote: number }

/** For each vote, ms from its answer until the last listener had it; null when not all had it within five seconds. */
export type FanOutReport = { times: (number | null)[] }

const patience = 5_000

answerOrders(fanOut)

async function fanOut({ port, day, listeners, votes, firstVote }: FanOutOrder): Promise<FanOutReport> {
  const room = new Room()
  const sockets: Socket[] = []
  try {
    for (let n = 0; n < listeners; n += 1) sockets.push(await listen(port, day, (text) => room.hear(n, text)))
    await sleep(500)
    const times: (number | null)[] = []
    for (let k = firstVote; k < firstVote + votes; k += 1) {
      times.push(await timeOfVote(port, room, { listeners, k }))
      await sleep(200)
    }
    return { times }
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

/** Who has heard of the paper that is waited for, and when the last of them did. */
class Room {
  #wanted = ''
  #heard = new Set<number>()
  lastAt = 0

  waitFor(paper: string): void {
    this.#wanted = `"id":"${paper}"`
    this.#heard = new Set()
  }

  hear(listener: number, text: string): void {
    if (this.#wanted === '' || !text.includes(this.#wanted) || this.#heard.has(listener)) return
    this.#heard.add(listener)
    this.lastAt = performance.now()
  }

  get count(): number {
    return this.#heard.size
  }
}

async function timeOfVote(
  port: number,
  room: Room,
  { listeners, k }: { listeners: number; k: number },
): Promise<number | null> {
  const paper = paperIdAt(k % papersOfDay)
  room.waitFor(paper)
  const headers = { authorization: `Bearer ${tokenOf(dayVoterOf(k))}`, [rowHeader]: inHeader(voteRow) }
  const response = await fetch(`http://127.0.0.1:${port}/api/papers/${paper}/vote`, { method: 'PUT', headers })
  const answeredAt = performance.now()
  if (!response.ok) throw new Error(`A vote was refused: ${response.status} ${await response.text()}`)
  while (room.count < listeners && performance.now() - answeredAt < patience) await sleep(5)
  return room.count < listeners ? null : Math.max(0, room.lastAt - answeredAt)
}

/** Opens a stream, and waits for its first words. */
function listen(port: number, day: string, onText: (text: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject)
    socket.write(`GET /api/live?day=${day} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n`)
    socket.once('data', (first: Buffer) => {
      const text = first.toString('latin1')
      if (text.startsWith('HTTP/1.1 200')) resolve(socket)
      else reject(new Error(`A stream was refused: ${text.slice(0, 200)}`))
    })
    socket.on('data', (chunk: Buffer) => onText(chunk.toString('latin1')))
  })
}
