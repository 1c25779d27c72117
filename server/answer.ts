import type { ServerResponse } from 'node:http'

/** Sends an answer of the door's kind from outside of Next. */
export async function sendAnswer(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, { 'Cache-Control': 'no-store', ...Object.fromEntries(answer.headers) })
  response.end(body)
}
