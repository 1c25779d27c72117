import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSite, startSite } from '@/testing/running-site'

/* What agents use, against the production build over HTTP, with the sample for data. Run after the build. */

const settings = { DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'agents-')), 'papers.db')}` }
const paper = '2205.14135'
let site: RunningSite
let token: string

beforeAll(async () => {
  Object.assign(process.env, settings) // before the database is opened here, by the imports below
  site = await startSite(settings)
  const { createUser } = await import('@/db/users')
  const { createToken } = await import('@/db/tokens')
  const { authorityOf } = await import('@/lib/authority')
  const made = await createUser({ name: 'mira' }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  token = (await createToken(userId, { label: 'agent', scope: 'write' }, Date.now())).token
}, 90_000)

afterAll(async () => {
  await site.end('SIGKILL')
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
})

test('pages are Markdown at .md and to whoever prefers it, and HTML to everybody else', async () => {
  for (const path of ['/papers', `/papers/${paper}`, '/papers/trending', '/papers/search?q=attention', '/new']) {
    const [bare, query = ''] = path.split('?')
    const [written, preferred, page] = [
      await get(`${bare}.md${query && `?${query}`}`),
      await get(path, 'text/markdown'),
      await get(path, 'text/html'),
    ]
    expect([written.status, preferred.status, page.status], path).toEqual([200, 200, 200])
    expect(written.type, path).toBe('text/markdown; charset=utf-8')
    expect(preferred.text, path).toBe(written.text)
    expect(preferred.vary, path).toMatch(/\bAccept\b(?!-)/)
    expect(page.type, path).toMatch(/^text\/html/)
  }
  expect((await get('/', 'text/markdown')).text).toMatch(/^# Papers of /)
  expect((await get(`/papers/${paper}v2.md`)).text).toMatch(/^# FlashAttention/)
  expect(await get('/papers/cs/9809007.md')).toMatchObject({ status: 404, text: 'There is no paper of that id.\n' })
  expect((await get(`/papers/${paper}`)).text).toMatch(/rel="alternate"[^>]*type="text\/markdown"/)
  expect((await get('/llms.txt')).text).toContain(`${site.url}/mcp`)
}, 60_000)

test('a client reads by MCP without a token, and with one votes and comments, which the pages show', async () => {
  const reader = await connect({})
  const { tools } = await reader.listTools()
  expect(tools).toHaveLength(6)
  const found = await reader.callTool({ name: 'paper_search', arguments: { query: 'exact attention' } })
  expect(found.structuredContent).toMatchObject({
    papers: expect.arrayContaining([expect.objectContaining({ id: paper })]),
  })
  expect(await reader.callTool({ name: 'vote', arguments: { id: paper } })).toMatchObject({ isError: true })

  const writer = await connect({ Authorization: `Bearer ${token}` })
  await writer.listTools()
  const voted = await writer.callTool({ name: 'vote', arguments: { id: paper } })
  expect(voted.structuredContent).toMatchObject({ id: paper, voted: true })
  await writer.callTool({ name: 'comment', arguments: { id: paper, comment: '# Worth *two* minutes' } })
  await expect
    .poll(async () => (await get(`/papers/${paper}.md`)).text, { timeout: 10_000 })
    .toContain('> **Worth *two* minutes**')
})

test('what is not for MCP clients is refused over HTTP as well', async () => {
  const post = (headers: Record<string, string>, body = '{"jsonrpc":"2.0","id":1,"method":"ping"}') =>
    fetch(`${site.url}/mcp`, {
      method: 'POST',
      headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...headers },
      body,
    })
  expect((await post({})).status).toBe(200)
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ accept: 'text/html' })).status).toBe(406)
  expect((await post({}, JSON.stringify({ x: 'x'.repeat(1_100_000) }))).status).toBe(413)
  expect((await fetch(`${site.url}/mcp`)).status).toBe(405)
  expect((await fetch(`${site.url}/mcp`, { method: 'DELETE' })).status).toBe(405)
})

async function get(path: string, accept = '*/*') {
  const response = await fetch(site.url + path, { headers: { accept } })
  const { status, headers } = response
  return { status, type: headers.get('content-type'), vary: headers.get('vary'), text: await response.text() }
}

async function connect(headers: Record<string, string>): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${site.url}/mcp`), { requestInit: { headers } }))
  return client
}
