import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerOrders } from '@/bench/beside'
import { inHeader, rowHeader } from '@/bench/request'

/* Beside the benchmark: what Node itself does with the same bytes. Answers each row with what the site answered. */

export type BareOrder = { row: string; status: number; headers: string[]; body: Uint8Array }

const answers = new Map<string, { status: number; headers: string[]; body: Buffer }>()

const listeners = new Set<ServerResponse>()

const server = createServer((request, response) => {
  const { url = '' } = request
  if (url.startsWith('/api/live')) return listen(response)
  const answer = answers.get(String(request.headers[rowHeader]))
  if (!answer) return refuse(response)
  const send = () => {
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
    if (request.method === 'PUT') tell(url)
  }
  if (request.method === 'GET') send()
  else request.resume().once('end', send) // a write is read before it is answered
})
const listening = new Promise<number>((resolve) => {
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
})

answerOrders<BareOrder | null, number>(async (order) => {
  if (order) answers.set(inHeader(order.row), { ...order, body: Buffer.from(order.body) })
  return listening
})

function listen(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache' })
  response.write(': listening\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

/** One event to everyone who listens, as long as the site's. */
function tell(path: string): void {
  const [, , , id] = path.split('/')
  const text = `id: 1000\ndata: ${JSON.stringify({ papers: [{ id, upvotes: 40, comments: 3 }] })}\n\n`
  for (const response of listeners) response.write(text)
}

function refuse(response: ServerResponse): void {
  response.writeHead(404)
  response.end()
}
