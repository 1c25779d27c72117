import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js'
import { beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { DELETE, GET, POST } from '@/app/mcp/route'
import { listComments } from '@/db/comments'
import { importRows } from '@/db/import'
import { listJournalSince } from '@/db/journal'
import { getPaper } from '@/db/papers'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'
import { limits } from '@/lib/limits'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const now = Date.UTC(2026, 5, 4, 15)
const id = '2605.00001'
let mira: { write: string; read: string }

beforeAll(async () => {
  await importRows(
    [
      row('2605.00001', 'Counting heat in graphs', 9, '2026-06-02'),
      row('2605.00002', 'Heat for <b>everyone</b>', 5, '2026-06-02'),
      row('cs/9809007', 'An old paper', 7, '2026-06-01'),
    ],
    now,
  )
  mira = await join('Mira')
})

test('a client finds the tools, with what they take, give and change', async () => {
  const client = await connect()
  expect(client.getServerVersion()).toMatchObject({ name: 'daily-papers', title: env.SITE_NAME })
  const { tools } = await client.listTools()
  const names = tools.map(({ name }) => name)
  expect(names).toEqual(['paper_search', 'daily_papers', 'paper', 'similar_papers', 'vote', 'comment'])
  const [search] = tools
  expect(search?.inputSchema).toMatchObject({
    required: ['query'],
    properties: {
      query: { type: 'string', minLength: 3, maxLength: 200 },
      results_limit: { type: 'integer', minimum: 1, maximum: 50, default: 12 },
      concise_only: { type: 'boolean', default: false },
    },
  })
  const readOnly = tools.filter(({ annotations }) => annotations?.readOnlyHint)
  expect(readOnly.map(({ name }) => name)).toEqual(names.slice(0, 4))
})

test('a search answers in Markdown, and with the same for programs', async () => {
  const client = await connect()
  await client.listTools() // from then on the client checks what comes by the schema of the tool
  const found = await call(client, 'paper_search', { query: 'counting heat' })
  expect(found.text).toContain('# Search: counting heat\n')
  expect(found.text).toContain(`## 1. [Counting heat in graphs](${env.SITE_URL}/papers/${id})`)
  expect(found.text).toContain('**Authors:** Ida Sol')
  expect(found.structured).toMatchObject({
    papers: [{ id, upvotes: 9, published: '2026-05-01', listed: '2026-06-02', authors: ['Ida Sol'] }, {}],
    has_more: false,
  })
  expect((await call(client, 'paper_search', { query: 'heat', results_limit: 1 })).structured).toMatchObject({
    papers: [{}],
    has_more: true,
  })
  expect((await call(client, 'paper_search', { query: 'arXiv:cs/9809007' })).structured?.papers).toMatchObject([
    { id: 'cs/9809007' },
  ])
  const concise = await call(client, 'paper_search', { query: 'counting heat', concise_only: true })
  expect(concise.text).toContain('Much more is said of it')
  expect(concise.text.length).toBeLessThan(found.text.length)
})

test('days, weeks, months and what is trending are read, the newest day when none is named', async () => {
  const client = await connect()
  const ids = async (given: Record<string, unknown>) => idsOf((await call(client, 'daily_papers', given)).structured)
  expect(await ids({})).toEqual([id, '2605.00002'])
  expect(await ids({ date: '2026-06-01' })).toEqual(['cs/9809007'])
  expect(await ids({ week: '2026-W23' })).toEqual([id, 'cs/9809007', '2605.00002'])
  expect(await ids({ month: '2026-06', results_limit: 1, page: 2 })).toEqual(['cs/9809007'])
  expect(await ids({ sort: 'trending' })).toHaveLength(3)
  expect((await call(client, 'daily_papers', { date: '2020-01-01' })).text).toContain('No papers.')
})

test('a paper is read by its id or any of its addresses, and others like it are found', async () => {
  const client = await connect()
  for (const given of [id, `${id}v2`, `https://arxiv.org/abs/${id}`, `${env.SITE_URL}/papers/${id}`])
    expect((await call(client, 'paper', { id: given })).text, given).toMatch(/^# Counting heat in graphs\n/)
  expect((await call(client, 'paper', { id: '2605.00002' })).text).toContain('# Heat for \\<b>everyone\\</b>')
  expect((await call(client, 'similar_papers', { id })).structured?.papers).toContainEqual(
    expect.objectContaining({ id: '2605.00002' }),
  )
  for (const tool of ['paper', 'similar_papers'])
    for (const unknown of ['2605.99999', 'nothing', '../../etc/passwd', '%'])
      expect(await call(client, tool, { id: unknown }), unknown).toMatchObject({
        isError: true,
        text: expect.stringContaining('There is no paper of that id here.'),
      })
})

test('arguments that do not fit are named', async () => {
  const client = await connect()
  for (const [tool, given, says] of [
    ['paper_search', {}, 'query wants 3 to 200 characters.'],
    ['paper_search', { query: ' a ' }, 'query wants 3 to 200 characters.'],
    ['paper_search', { query: 'x'.repeat(201) }, 'query wants 3 to 200 characters.'],
    ['paper_search', { query: ['heat'] }, 'query wants 3 to 200 characters.'],
    ['paper_search', { query: 'heat', results_limit: 51 }, 'results_limit wants a whole number from 1 to 50.'],
    ['similar_papers', { id, results_limit: 21 }, 'results_limit wants a whole number from 1 to 20.'],
    ['paper_search', { query: 'heat', results_limit: 1.5 }, 'results_limit wants a whole number from 1 to 50.'],
    ['paper_search', { query: 'heat', concise_only: 'yes' }, 'concise_only wants true or false.'],
    ['paper_search', { query: 'heat', limit: 5 }, 'limit is not among the arguments of paper_search.'],
    ['daily_papers', { date: '2026-02-30' }, 'date wants a day, as in 2026-06-02.'],
    ['daily_papers', { date: '2026-06-02', week: '2026-W23' }, 'date or week or month: one of them.'],
    ['daily_papers', { sort: 'best' }, 'sort wants publishedAt, trending, top, newest, discussed.'],
    ['paper', {}, 'id wants the id or address of a paper, as in 2308.10087.'],
  ] as const)
    expect(await call(client, tool, given), JSON.stringify(given)).toMatchObject({ isError: true, text: says })
})

test('whatever is searched for is answered', async () => {
  const client = await connect()
  for (const query of [
    '"""',
    '-----',
    'OR OR OR',
    'title:',
    "'; drop table papers; --",
    '\u0000\u0000\u0000',
    '日本語',
    '(((',
  ])
    expect((await call(client, 'paper_search', { query })).isError, query).toBe(false)
})

test('a tool that there is not is an error of the protocol, with the names of those there are', async () => {
  const client = await connect()
  await expect(client.callTool({ name: 'delete_everything', arguments: {} })).rejects.toMatchObject({
    code: -32602,
    message: expect.stringContaining('There is no such tool. There are paper_search'),
  })
  await expect(client.callTool({ name: 'constructor' })).rejects.toMatchObject({ code: -32602 })
})

test('without a token nothing is written, and it is said what is needed', async () => {
  const client = await connect()
  for (const [tool, given] of [
    ['vote', { id }],
    ['comment', { id, comment: 'Hello.' }],
  ] as const)
    expect(await call(client, tool, given)).toMatchObject({
      isError: true,
      text: expect.stringMatching(/^This needs a token that may write\./),
    })
  expect(await getPaper(id)).toMatchObject({ upvotes: 9, comments: 0 })
})

test('a token that may only read reads, and writes nothing', async () => {
  const client = await connect(mira.read)
  expect((await call(client, 'paper', { id })).isError).toBe(false)
  for (const [tool, given] of [
    ['vote', { id }],
    ['comment', { id, comment: 'Hello.' }],
  ] as const)
    expect(await call(client, tool, given)).toMatchObject({
      isError: true,
      text: expect.stringContaining('This token may only read.'),
    })
  expect(await getPaper(id)).toMatchObject({ upvotes: 9, comments: 0 })
})

test('a token that is not known is refused before anything is read', async () => {
  await expect(connect('dp_unknown')).rejects.toThrow(/That token is not known here/)
})

test('with a token a vote is cast once, taken back, and noted in the journal', async () => {
  const client = await connect(mira.write)
  await client.listTools()
  const before = (await listJournalSince(0, 1_000)).length
  expect((await call(client, 'vote', { id })).structured).toEqual({ id, voted: true, upvotes: 10 })
  expect((await call(client, 'vote', { id, vote: true })).structured).toEqual({ id, voted: true, upvotes: 10 })
  expect((await call(client, 'vote', { id, vote: false })).structured).toEqual({ id, voted: false, upvotes: 9 })
  expect((await call(client, 'vote', { id: 'cs/9809007' })).structured).toMatchObject({ voted: true, upvotes: 8 })
  const rows = (await listJournalSince(0, 1_000)).slice(before)
  expect(rows.map(({ kind, data }) => [kind, data?.want])).toEqual([
    ['vote', 'up'],
    ['vote', 'none'],
    ['vote', 'up'],
  ])
  expect(await call(client, 'vote', { id: '2605.99999' })).toMatchObject({ isError: true })
})

test('with a token a comment is written and answered, and what does not fit is refused in words', async () => {
  const client = await connect(mira.write)
  const written = await call(client, 'comment', { id, comment: 'Worth *two* minutes.' })
  const [first] = await listComments(id)
  expect(first).toMatchObject({ body: 'Worth *two* minutes.', author: { name: 'Mira' } })
  expect(written.structured).toEqual({ id: first?.id, url: `${env.SITE_URL}/papers/${id}#comment-${first?.id}` })
  await call(client, 'comment', { id, comment: 'Three.', reply_to: first?.id })
  expect((await listComments(id))[1]).toMatchObject({ body: 'Three.', parentId: first?.id })
  for (const [given, says] of [
    [{ id, comment: ' ' }, 'Write something.'],
    [{ id, comment: 'x'.repeat(65_537) }, 'A comment has at most 65,536 characters.'],
    [{ id, comment: 'Hello.', reply_to: 'nothing' }, 'There is no such comment here.'],
    [{ id, comment: 'Hello.', reply_to: '../../vote' }, 'There is no such comment here.'],
  ] as const)
    expect(await call(client, 'comment', given), says).toMatchObject({ isError: true, text: says })
  expect(await listComments(id)).toHaveLength(2)
})

test('a page of another site may not ask, with or without a token', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', authorization: `Bearer ${mira.write}` },
  ]
  for (const headers of foreign) expect((await post(ping, headers)).status, JSON.stringify(headers)).toBe(403)
  expect((await post(ping, { origin: env.SITE_URL })).status).toBe(200)
})

test('what is not of the protocol is refused', async () => {
  expect((await post(ping, { accept: 'text/html' })).status).toBe(406)
  expect((await post(ping, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post(ping, { 'mcp-protocol-version': '1999-01-01' })).status).toBe(400)
  expect((await post({ ...ping, params: { x: 'x'.repeat(1_000_000) } })).status).toBe(413)
  for (const body of ['{"half":', '[]x', '"text"', '{}', '[{}]']) expect((await post(body)).status, body).toBe(400)
  const odd = await post({ jsonrpc: '2.0', id: 1, method: 'nothing/here' })
  expect([odd.status, (await odd.json()).error.code]).toEqual([200, -32601])
  for (const [method, handler] of [
    ['GET', GET],
    ['DELETE', DELETE],
  ] as const) {
    const answer = await handler(new Request(`${env.SITE_URL}/mcp`, { method, headers: network() }), noParams)
    expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'POST'])
  }
})

test('a batch is answered whole, calls that were called off included, and each of its calls counts', async () => {
  const search = (n: number) => ({
    jsonrpc: '2.0',
    id: n,
    method: 'tools/call',
    params: { name: 'paper', arguments: { id } },
  })
  const off = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }
  const answer = await post([search(1), search(2), off])
  expect((await answer.json()).map((each: { id: number }) => each.id).toSorted()).toEqual([1, 2])

  const from = network()
  const calls = Array.from({ length: 100 }, (_, n) => search(n))
  let left = limits.read.network.points
  for (; left >= 100; left -= 100) expect((await post(calls, from)).status).toBe(200)
  expect((await post(ping, from)).status).toBe(429)
})

test('a notification is taken without an answer', async () => {
  expect((await post({ jsonrpc: '2.0', method: 'notifications/initialized' })).status).toBe(202)
})

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
const noParams = { params: Promise.resolve({}) }

let networks = 0

/** Each comes from a network of its own, so that limits do not answer first. */
function network(): Record<string, string> {
  networks++
  return { 'x-client-address': `10.1.${networks >> 8}.${networks & 255}` }
}

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const usual = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
  const request = new Request(`${env.SITE_URL}/mcp`, {
    method: 'POST',
    headers: { ...usual, ...network(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return POST(request, noParams)
}

/** The SDK's own client, whose requests go to the route. */
async function connect(token?: string): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1' })
  const own = network()
  const transport = new StreamableHTTPClientTransport(new URL(`${env.SITE_URL}/mcp`), {
    fetch: (url, init) => {
      const request = new Request(url, init ?? {})
      for (const [name, value] of Object.entries(own)) request.headers.set(name, value)
      if (token) request.headers.set('authorization', `Bearer ${token}`)
      return (request.method === 'POST' ? POST : GET)(request, noParams)
    },
  })
  await client.connect(transport)
  return client
}

function idsOf(structured: Record<string, unknown> | undefined): string[] {
  return z
    .object({ papers: z.array(z.object({ id: z.string() })) })
    .parse(structured)
    .papers.map((paper) => paper.id)
}

async function call(client: Client, name: string, given: Record<string, unknown>) {
  const result = CallToolResultSchema.parse(await client.callTool({ name, arguments: given }))
  const [first] = result.content
  const text = first?.type === 'text' ? first.text : ''
  return { text, structured: result.structuredContent, isError: result.isError ?? false }
}

function row(paperId: string, title: string, upvotes: number, day: string) {
  const summary = `${title}. ${'Much more is said of it in the rest of this abstract. '.repeat(20)}`
  const paper = { id: paperId, title, authors: [{ name: 'Ida Sol' }], publishedAt: '2026-05-01', upvotes, summary }
  const read = readRow({ day, numComments: 0, paper, submittedBy: { name: 'tove' } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

async function join(name: string) {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  const [write, read] = await Promise.all([
    createToken(userId, { label: 'agent', scope: 'write' }, now),
    createToken(userId, { label: 'reader', scope: 'read' }, now),
  ])
  return { write: write.token, read: read.token }
}
