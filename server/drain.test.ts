import { Agent, createServer, get, request } from 'node:http'
import { expect, test } from 'vitest'
import { drain } from '@/server/drain'
import { listen } from '@/testing/fake-next'

test('a request under way gets its answer; idle connections and streams do not hold the end up', async () => {
  const streams = new Set<import('node:http').ServerResponse>()
  const server = createServer((asked, answer) => {
    if (asked.url === '/stream') {
      answer.writeHead(200).write(':\n\n')
      streams.add(answer)
    } else if (asked.url === '/slow') setTimeout(() => answer.end('done'), 200)
    else answer.end('quick')
  })
  const port = await listen(server)
  const agent = new Agent({ keepAlive: true })
  const ask = (path: string) => text(port, path, agent)
  await ask('/quick') // leaves an idle connection
  const stream = ask('/stream')
  const slow = ask('/slow')
  await new Promise((resolve) => setTimeout(resolve, 50))

  const began = performance.now()
  const end = () => {
    for (const each of streams) each.end()
  }
  await drain({ servers: [server], endStreams: end })
  expect(await slow).toBe('done')
  expect(await stream).toBe(':\n\n')
  expect(performance.now() - began).toBeLessThan(1_000)
  await expect(text(port, '/quick', new Agent())).rejects.toThrow('ECONNREFUSED')
})

test('one that never ends is cut off', async () => {
  const server = createServer(() => undefined)
  const port = await listen(server)
  const hangs = request({ port, host: '127.0.0.1' })
  const cut = new Promise((resolve) => hangs.on('error', resolve))
  hangs.end()
  await new Promise((resolve) => setTimeout(resolve, 30))
  await drain({ servers: [server], endStreams: () => undefined, patience: 100 })
  expect(await cut).toBeInstanceOf(Error)
})

function text(port: number, path: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent }, async (answer) => {
      let said = ''
      for await (const chunk of answer) said += String(chunk)
      resolve(said)
    }).on('error', reject)
  })
}
