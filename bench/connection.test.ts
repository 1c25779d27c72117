import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Connection } from '@/bench/connection'

let server: Server | null = null

afterEach(() => {
  server?.close()
})

/** A server that answers every request with these pieces, each written by itself. */
async function answering(pieces: string[]): Promise<number> {
  const send = async (socket: Socket) => {
    for (const piece of pieces) {
      socket.write(piece)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const listening = createServer((socket) => socket.setNoDelay(true).on('data', () => void send(socket)))
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function ask(pieces: string[], times: number): Promise<number[]> {
  const port = await answering(pieces)
  const connection = await Connection.open(port, (error) => expect.fail(error.message))
  const statuses: number[] = []
  for (let n = 0; n < times; n += 1) {
    statuses.push(
      await new Promise<number>((resolve) => connection.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'), resolve)),
    )
  }
  connection.close()
  return statuses
}

test('a body of known length ends with its last byte, in however many pieces it comes', async () => {
  const pieces = ['HTTP/1.1 200 OK\r\nConte', 'nt-Length: 10\r\n\r\n01234', '56789']
  expect(await ask(pieces, 3)).toEqual([200, 200, 200])
})

test('a body in chunks ends with the empty chunk, even when that is torn apart', async () => {
  const pieces = ['HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', '0\r', '\n\r\n']
  expect(await ask(pieces, 2)).toEqual([201, 201])
})

test('an answer without a body is over after its head', async () => {
  expect(await ask(['HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'], 2)).toEqual([304, 304])
})
