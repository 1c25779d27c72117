import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { allowedHosts } from '@/lib/network-address'
import { guardedRequest, NotSent } from '@/outside/guarded'
import type { Resolved } from '@/outside/name-lookup'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
  vi.unstubAllEnvs()
})

/** A receiver on this machine; `seen` is what it was asked, with headers and body. */
async function receive(answer: Answer, host = '127.0.0.1') {
  const seen: { url: string; method: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      seen.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body })
      answer(request, response, body)
    })
  })
  await new Promise<void>((done) => server.listen(0, host, done))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

const ok: Answer = (_, response) => response.end('ok')
const here = (address: string): Resolved => ({ address, family: address.includes(':') ? 6 : 4 })
const loopback = allowedHosts(['127.0.0.1', '::1'])
const nothing = allowedHosts([])
const post = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } } as const

/** A resolver that gives the next of these each time it is asked. */
function resolving(...answers: string[][]) {
  return vi.fn(async () => (answers.length > 1 ? (answers.shift() ?? []) : (answers[0] ?? [])).map(here))
}

const refused = (kind: NotSent['kind']) => expect.objectContaining({ name: 'NotSent', kind })

test('a post arrives under the name that was asked, and its answer comes back', async () => {
  const receiver = await receive((_, response) => {
    response.writeHead(202, { 'Retry-After': '7' })
    response.end('thanks')
  })
  const resolve = resolving(['127.0.0.1'])
  const answer = await guardedRequest(`http://hooks.example:${receiver.port}/in?key=1`, {
    ...post,
    allowed: loopback,
    resolve,
  })
  expect(answer).toEqual({ status: 202, body: 'thanks', retryAfter: 7_000, isInside: true })
  expect(receiver.seen).toMatchObject([{ url: '/in?key=1', method: 'POST', body: '{"a":1}' }])
  expect(receiver.seen[0]?.headers).toMatchObject({
    host: `hooks.example:${receiver.port}`,
    'content-type': 'application/json',
    'content-length': '7',
  })
  expect(resolve).toHaveBeenCalledOnce()
})

test('a host that is allowed by its name may be anywhere', async () => {
  const receiver = await receive(ok)
  const url = `http://chat.lab.example:${receiver.port}/`
  const resolve = resolving(['127.0.0.1'])
  const answer = await guardedRequest(url, { ...post, allowed: allowedHosts(['chat.lab.example']), resolve })
  expect(answer.status).toBe(200)
})

test.each([
  ['http://127.0.0.1:PORT/'],
  ['https://127.0.0.1:PORT/'],
  ['https://2130706433:PORT/'],
  ['https://0177.0.0.1:PORT/'],
  ['https://0x7f.1:PORT/'],
  ['https://127.1:PORT/'],
  ['https://127.0.0.1.:PORT/'],
  ['https://１２７.０.０.１:PORT/'],
  ['https://[::ffff:7f00:1]:PORT/'],
  ['https://[::1]:PORT/'],
  ['https://user:secret@127.0.0.1:PORT/'],
  ['https://0.0.0.0:PORT/'],
  ['https://localhost:PORT/'],
  ['https://LOCALHOST.:PORT/'],
])('%s is not even connected to', async (url) => {
  const connected = vi.fn()
  const server = createSocketServer(connected)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const address = url.replace('PORT', String((server.address() as AddressInfo).port))
  const asking = guardedRequest(address, { ...post, allowed: nothing, resolve: resolving(['127.0.0.1']) })
  await expect(asking).rejects.toEqual(refused('private'))
  await expect(asking).rejects.toThrow(/inside a private network.*whoever runs this site allows it/)
  expect(connected).not.toHaveBeenCalled()
})

test.each([
  [['10.0.0.7']],
  [['8.8.8.8', '10.0.0.7']],
  [['2606:4700::1111', '::1']],
  [['fe80::1%eth0']],
  [['fd00:ec2::254']],
  [['169.254.169.254']],
  [['64:ff9b::a00:1']],
])('a name that leads to %j is refused', async (addresses) => {
  const asking = guardedRequest('https://hooks.example/', { ...post, allowed: nothing, resolve: resolving(addresses) })
  await expect(asking).rejects.toEqual(refused('private'))
})

test('a name that is rebound between check and connection leads nowhere else', async () => {
  const receiver = await receive(ok)
  const resolve = resolving(['127.0.0.1'], ['127.0.0.2'])
  const url = `http://rebound.example:${receiver.port}/`
  await guardedRequest(url, { ...post, allowed: loopback, resolve })
  expect(resolve).toHaveBeenCalledOnce()
  expect(receiver.seen).toHaveLength(1)
  // And for the next request it is checked anew.
  await expect(guardedRequest(url, { ...post, allowed: loopback, resolve })).rejects.toEqual(refused('private'))
  expect(receiver.seen).toHaveLength(1)
})

test('a name that is rebound before a redirect back to it is refused', async () => {
  const receiver = await receive((_, response) => {
    response.writeHead(307, { Location: '/again' })
    response.end()
  })
  const resolve = resolving(['127.0.0.1'], ['169.254.169.254'])
  const url = `http://rebound.example:${receiver.port}/`
  const asking = guardedRequest(url, { ...post, allowed: loopback, resolve })
  await expect(asking).rejects.toEqual(refused('private'))
  expect(receiver.seen).toHaveLength(1)
})

test.each([301, 302, 303, 307, 308])('a redirect (%i) to what is inside is not followed', async (status) => {
  const inside = await receive(ok, '127.0.0.2')
  const receiver = await receive((_, response) => {
    response.writeHead(status, { Location: `http://127.0.0.2:${inside.port}/` })
    response.end()
  })
  const asked = { method: 'GET', allowed: loopback } as const
  await expect(guardedRequest(`http://127.0.0.1:${receiver.port}/`, asked)).rejects.toEqual(refused('private'))
  expect(inside.seen).toEqual([])
})

test.each(['file:///etc/passwd', 'gopher://127.0.0.1/', 'data:text/plain,x', 'http://[', 'https://u:p@10.0.0.1/'])(
  'a redirect to %s is not followed',
  async (location) => {
    const receiver = await receive((_, response) => {
      response.writeHead(308, { Location: location })
      response.end()
    })
    const asking = guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
    await expect(asking).rejects.toBeInstanceOf(NotSent)
  },
)

test('a post goes on as a post by 307, to the same host with all it carries, to another without its secrets', async () => {
  const other = await receive(ok)
  const receiver = await receive((request, response) => {
    const Location = request.url === '/' ? '/next' : `http://127.0.0.1:${other.port}/other`
    response.writeHead(307, { Location })
    response.end()
  })
  const headers = { 'webhook-signature': 'v1,abc', 'webhook-id': 'msg_1' }
  const asked = { ...post, headers, secretHeaders: ['webhook-signature'], allowed: loopback }
  expect(await guardedRequest(`http://127.0.0.1:${receiver.port}/`, asked)).toMatchObject({ status: 200 })
  expect(receiver.seen.map(({ url }) => url)).toEqual(['/', '/next'])
  expect(receiver.seen[1]?.headers).toMatchObject(headers)
  expect(other.seen).toMatchObject([{ method: 'POST', body: '{"a":1}', headers: { 'webhook-id': 'msg_1' } }])
  expect(other.seen[0]?.headers).not.toHaveProperty('webhook-signature')
})

test('a post that is answered with 302 stays where it is: that is the answer', async () => {
  const receiver = await receive((_, response) => {
    response.writeHead(302, { Location: '/login' })
    response.end('Found')
  })
  const answer = await guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
  expect(answer).toMatchObject({ status: 302, body: 'Found' })
  expect(receiver.seen).toHaveLength(1)
})

test('redirects that go round end after three', async () => {
  const receiver = await receive((_, response) => {
    response.writeHead(308, { Location: '/' })
    response.end()
  })
  const asking = guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
  await expect(asking).rejects.toEqual(refused('redirects'))
  expect(receiver.seen).toHaveLength(4)
})

test('of an answer without end only the beginning is read', async () => {
  const receiver = await receive((_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(1_000)));
    }
    response.on('drain', pour)
    pour()
  })
  const answer = await guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
  expect(answer.body).toBe('x'.repeat(4_096))
})

test.each<[string, Answer]>([
  ['never answers', () => {}],
  [
    'begins to answer a drop at a time',
    ({ socket }) => void setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20).unref(),
  ],
  [
    'sends on ever more slowly',
    (_, response) =>
      void setTimeout(() => {
        response.writeHead(307, { Location: '/' })
        response.end()
      }, 120),
  ],
])('a receiver that %s is given up as a whole', async (_, answer) => {
  const receiver = await receive(answer)
  const asking = guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback, timeout: 200 })
  await expect(asking).rejects.toEqual(refused('slow'))
})

test.each<[string, Answer]>([
  ['leaves its words open', (_, response) => void response.write('taken')],
  ['says them without end', (_, response) => void setInterval(() => response.write('taken'), 20).unref()],
])('a receiver that took it and %s has taken it', async (_, answer) => {
  const receiver = await receive(answer)
  const asked = { ...post, allowed: loopback, timeout: 500 }
  const taken = await guardedRequest(`http://127.0.0.1:${receiver.port}/`, asked)
  expect(taken).toMatchObject({ status: 200, body: expect.stringMatching(/^(taken)+$/) })
})

test('a receiver that would rather speak another protocol has not answered', async () => {
  const server = createSocketServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    })
  })
  const closed = new Promise((resolve) => server.once('connection', (socket) => socket.once('close', resolve)))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const asking = guardedRequest(`http://127.0.0.1:${port}/`, { ...post, allowed: loopback })
  await expect(asking).rejects.toEqual(refused('unreachable'))
  await closed
})

test('so is a name that is never found', async () => {
  const resolve = () => new Promise<Resolved[]>(() => {})
  const asking = guardedRequest('https://hooks.example/', { ...post, allowed: loopback, timeout: 50, resolve })
  await expect(asking).rejects.toEqual(refused('slow'))
})

test('a request that is stopped from outside says so, and not that it was slow', async () => {
  const receiver = await receive(() => {})
  const stopping = new AbortController()
  const asking = guardedRequest(`http://127.0.0.1:${receiver.port}/`, {
    ...post,
    allowed: loopback,
    signal: stopping.signal,
  })
  setTimeout(() => stopping.abort(), 20)
  await expect(asking).rejects.not.toEqual(refused('slow'))
})

test('nobody listening and a name of nobody are told apart', async () => {
  const receiver = await receive(ok)
  for (const close of closers.splice(0)) close()
  const asked = { ...post, allowed: loopback }
  await expect(guardedRequest(`http://127.0.0.1:${receiver.port}/`, asked)).rejects.toEqual(refused('unreachable'))
  const unknown = guardedRequest('https://hooks.example/', { ...asked, resolve: resolving([]) })
  await expect(unknown).rejects.toEqual(refused('unknown'))
})

test('only https leaves for the open internet, and not to the ports of other services', async () => {
  const asked = { ...post, allowed: loopback, resolve: resolving(['8.8.8.8']) }
  await expect(guardedRequest('http://hooks.example/', asked)).rejects.toEqual(refused('plain'))
  for (const port of [22, 25, 80, 1023]) {
    await expect(guardedRequest(`https://hooks.example:${port}/`, asked)).rejects.toEqual(refused('port'))
  }
})

test('TLS is spoken with the name, on the connection to the address that was checked', async () => {
  const hello = vi.fn()
  const server = createSocketServer((socket) => {
    socket.once('data', (bytes) => {
      hello(bytes.toString('latin1'))
      socket.destroy()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const asked = { ...post, allowed: loopback, resolve: resolving(['127.0.0.1']) }
  await expect(guardedRequest(`https://hooks.example:${port}/`, asked)).rejects.toEqual(refused('unreachable'))
  expect(hello).toHaveBeenCalledWith(expect.stringContaining('hooks.example'))
})

test('of several addresses the first that answers is taken', async () => {
  const receiver = await receive(ok)
  const asked = { ...post, allowed: allowedHosts(['127.0.0.0/8']), resolve: resolving(['127.0.0.9', '127.0.0.1']) }
  expect(await guardedRequest(`http://hooks.example:${receiver.port}/`, asked)).toMatchObject({ status: 200 })
})

test('a proxy that the environment names is not asked', async () => {
  const proxy = await receive(ok)
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) {
    vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`)
  }
  const receiver = await receive(ok)
  await guardedRequest(`http://127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
  expect([proxy.seen.length, receiver.seen.length]).toEqual([0, 1])
})

test('a name and password in an address are not sent', async () => {
  const receiver = await receive(ok)
  await guardedRequest(`http://mira:secret@127.0.0.1:${receiver.port}/`, { ...post, allowed: loopback })
  expect(receiver.seen[0]?.headers).not.toHaveProperty('authorization')
})
