import type { ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { type FakeSite, html, openFakeSite } from '@/testing/fake-next'

const dayPath = '/papers/date/2026-06-02'
let site: FakeSite | undefined

afterEach(() => site?.close())

test('one render serves everybody', async () => {
  site = await openFakeSite((_, response) => html(response, '<p data-paper="2308.10087">Hello</p>'))
  const first = await site.get(dayPath)
  const second = await site.get(dayPath)
  expect([first.status, first.headers['x-cache'], second.headers['x-cache']]).toEqual([200, 'miss', 'hit'])
  expect(second.text).toBe(first.text)
  expect(site.fills).toHaveLength(1)
  expect(second.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('readers who come during the first render share it', async () => {
  site = await openFakeSite(async (_, response) => {
    await sleep(50)
    html(response, 'Hello')
  })
  const all = await Promise.all(Array.from({ length: 20 }, () => site?.get(dayPath)))
  expect(all.every((got) => got?.text === 'Hello')).toBe(true)
  expect(site.fills).toHaveLength(1)
})

test('a fill carries no cookie and no authorization, and everyone gets the same bytes', async () => {
  site = await openFakeSite((request, response) => html(response, `for ${request.headers.cookie ?? 'everybody'}`))
  const signedIn = { cookie: 'dp_session=secret; dp_signed_in=1', authorization: 'Bearer dp_x', 'user-agent': 'Ada' }
  const [hers, theirs] = [await site.get(dayPath, signedIn), await site.get(dayPath)]
  expect(hers.text).toBe('for everybody')
  expect(theirs.body.equals(hers.body)).toBe(true)
  expect(site.fills[0]?.headers).not.toHaveProperty('cookie')
  expect(site.fills[0]?.headers).not.toHaveProperty('authorization')
  expect(site.fills[0]?.headers['user-agent']).toBe('page-cache')
})

test('kept answers of the API say what is left of a limit, pages do not', async () => {
  let left = 600
  const aside = async () => new Headers({ RateLimit: `"read";r=${left--};t=60` })
  const answer = (response: ServerResponse) => {
    response.setHeader('content-type', 'application/json')
    response.end('[]')
  }
  site = await openFakeSite((_, response) => answer(response), { aside })
  const api = [await site.get('/api/daily_papers'), await site.get('/api/daily_papers')]
  expect(api.map(({ headers }) => [headers['x-cache'], headers.ratelimit])).toEqual([
    ['miss', '"read";r=600;t=60'],
    ['hit', '"read";r=599;t=60'],
  ])
  const same = await site.get('/api/daily_papers', { 'if-none-match': api[0]?.headers.etag ?? '' })
  expect([same.status, same.headers.ratelimit]).toEqual([304, '"read";r=598;t=60'])
  expect((await site.get(dayPath)).headers).not.toHaveProperty('ratelimit')
})

test('a vote forgets the pages that show it', async () => {
  let votes = 1
  site = await openFakeSite((_, response) => html(response, `votes ${votes}`))
  await site.get(dayPath)
  votes = 2
  site.cache.forget(['date:2026-06-01'])
  expect((await site.get(dayPath)).headers['x-cache']).toBe('hit')
  site.cache.forget(['date:2026-06-02'])
  site.wait(900)
  const after = await site.get(dayPath)
  expect([after.text, after.headers['x-cache']]).toEqual(['votes 2', 'miss'])
})

test('just after a vote the old page is sent, and one new one made behind it', async () => {
  let votes = 1
  site = await openFakeSite((_, response) => html(response, `votes ${votes}`))
  await site.get(dayPath)
  site.wait(300)
  votes = 2
  site.cache.forget(['date:2026-06-02'])
  const [one, two] = [await site.get(dayPath), await site.get(dayPath)]
  expect([one.text, one.headers['x-cache'], two.headers['x-cache']]).toEqual(['votes 1', 'stale', expect.any(String)])
  await sleep(30)
  expect((await site.get(dayPath)).text).toBe('votes 2')
  expect(site.fills).toHaveLength(2)
})

test('a page is not made more often than every 200 ms, however many votes come', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'))
  await site.get(dayPath)
  for (let vote = 0; vote < 50; vote += 1) {
    site.cache.forget(['date:2026-06-02'])
    site.wait(20)
    await site.get(dayPath)
    await sleep(1)
  }
  expect(site.fills.length).toBeLessThanOrEqual(7)
})

test('a vote during a render is not lost', async () => {
  let votes = 1
  const renders: (() => void)[] = []
  site = await openFakeSite(async (_, response) => {
    const seen = votes
    await new Promise<void>((resolve) => renders.push(resolve))
    html(response, `votes ${seen}`)
  })
  const early = site.get(dayPath)
  await until(() => renders.length === 1)
  votes = 2
  site.cache.forget(['date:2026-06-02'])
  site.wait(900)
  const late = site.get(dayPath) // 0.9 s after the vote: must see it, though the running render does not
  await sleep(20)
  renders[0]?.()
  expect((await early).text).toBe('votes 1')
  await until(() => renders.length === 2)
  renders[1]?.()
  expect((await late).text).toBe('votes 2')
})

test('in a storm of votes nobody waits for a slow render', async () => {
  let delay = 0
  site = await openFakeSite(
    async (_, response) => {
      await sleep(delay)
      html(response, 'x')
    },
    { clock: () => performance.now() },
  )
  await site.get(dayPath)
  delay = 150
  const storm = setInterval(() => site?.cache.forget(['date:2026-06-02']), 20)
  let slowest = 0
  for (let reads = 0; reads < 300; reads += 1) {
    const began = performance.now()
    await site.get(dayPath)
    slowest = Math.max(slowest, performance.now() - began)
    await sleep(3)
  }
  clearInterval(storm)
  expect(slowest).toBeLessThan(120)
}, 15_000)

test('after a restart the newest is shown', async () => {
  let votes = 1
  const open = () => openFakeSite((_, response) => html(response, `votes ${votes}`))
  site = await open()
  await site.get(dayPath)
  votes = 2
  site = await open()
  expect((await site.get(dayPath)).text).toBe('votes 2')
})

test('answers in the encoding asked for, each with its own tag', async () => {
  const page = '<p>Hello</p>'.repeat(200)
  site = await openFakeSite((_, response) => html(response, page))
  const br = await site.get(dayPath, { 'accept-encoding': 'gzip, deflate, br, zstd' })
  const gz = await site.get(dayPath, { 'accept-encoding': 'gzip' })
  const plain = await site.get(dayPath, { 'accept-encoding': 'br;q=0, gzip;q=0' })
  expect([br, gz, plain].map((got) => got.headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
  expect(brotliDecompressSync(br.body).toString()).toBe(page)
  expect(gunzipSync(gz.body).toString()).toBe(page)
  expect(plain.text).toBe(page)
  expect(new Set([br, gz, plain].map((got) => got.headers.etag)).size).toBe(3)
  expect(br.headers.vary).toBe('Accept, Accept-Encoding')
})

test('304 for who has it, and a HEAD without body', async () => {
  site = await openFakeSite((_, response) => html(response, 'Hello'))
  const full = await site.get(dayPath)
  const etag = full.headers.etag ?? ''
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await site.get(dayPath, { 'if-none-match': known })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
  }
  expect((await site.get(dayPath, { 'if-none-match': '"other"' })).status).toBe(200)
  const head = await site.get(dayPath, {}, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '5'])
})

test('304 for who knows since when a page has not changed', async () => {
  const modified = 'Tue, 02 Jun 2026 09:30:00 GMT'
  site = await openFakeSite((_, response) => {
    response.setHeader('Last-Modified', modified)
    html(response, 'Hello')
  })
  expect((await site.get(dayPath)).headers['last-modified']).toBe(modified)
  const again = await site.get(dayPath, { 'if-modified-since': modified })
  expect([again.status, again.body.length, again.headers['last-modified']]).toEqual([304, 0, modified])
  const long = { 'if-modified-since': 'Tue, 02 Jun 2026 09:29:59 GMT' }
  expect((await site.get(dayPath, long)).status).toBe(200)
  expect((await site.get(dayPath, { 'if-modified-since': modified, 'if-none-match': '"other"' })).status).toBe(200)
})

test('the tag survives a render that changes nothing', async () => {
  site = await openFakeSite((_, response) => html(response, 'Hello'))
  const before = await site.get(dayPath)
  site.cache.forget('all')
  site.wait(1_000)
  const after = await site.get(dayPath)
  expect([after.headers['x-cache'], after.headers.etag]).toEqual(['miss', before.headers.etag])
})

test("what Next's router asks for is never kept nor taken from the cache", async () => {
  site = await openFakeSite((request, response) => {
    if (request.headers.rsc) response.writeHead(200, { 'Content-Type': 'text/x-component' }).end('payload')
    else html(response, 'page')
  })
  expect((await site.get(dayPath, { rsc: '1' })).text).toBe('payload')
  expect((await site.get(dayPath)).text).toBe('page')
  expect((await site.get(`${dayPath}?_rsc=abc`, { rsc: '1' })).text).toBe('payload')
  expect((await site.get(dayPath, { 'next-router-prefetch': '1' })).headers['x-cache']).toBeUndefined()
  expect((await site.get(dayPath)).text).toBe('page')
})

test('goes past: other methods, drafts, queries that no shared page has', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'))
  await site.get(dayPath, {}, 'POST')
  await site.get(dayPath, { cookie: '__prerender_bypass=1' })
  await site.get(`${dayPath}?debug=1`)
  await site.get(`${dayPath}?p=1&p=2`)
  await site.get('/settings')
  await site.get('/api/papers/2308.10087', { authorization: 'Bearer dp_x' })
  expect(site.past).toHaveLength(6)
})

test('who prefers Markdown gets it at the address of the page, and the page is another one', async () => {
  site = await openFakeSite((asked, response) => {
    if (asked.url?.includes('.md')) response.setHeader('Content-Type', 'text/markdown; charset=utf-8').end('# Sun')
    else html(response, '<h1>Sun</h1>')
  })
  const accept = 'text/markdown, text/html;q=0.9'
  for (const path of ['/papers/cs/9809007', `${dayPath}?p=2`, '/']) {
    const [written, page] = [await site.get(path, { accept }), await site.get(path, { accept: 'text/html' })]
    expect([written.text, page.text], path).toEqual(['# Sun', '<h1>Sun</h1>'])
    expect([written.headers.vary, page.headers.vary]).toEqual(Array(2).fill('Accept, Accept-Encoding'))
  }
  expect((await site.get('/papers/cs/9809007.md')).headers['x-cache']).toBe('hit')
  expect((await site.get('/papers/cs/9809007', { accept: 'text/html, text/markdown;q=0.5' })).text).toContain('<h1>')
  expect((await site.get('/about', { accept })).text).toContain('<h1>') // has no other form
  expect(site.past).toEqual([])
})

test('tracking parameters and the order of the query make no other page', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'))
  await site.get(`${dayPath}?sort=newest&p=2`)
  await site.get(`${dayPath}?p=2&utm_source=letter&fbclid=1&sort=newest`)
  expect(site.fills.map(({ url }) => url)).toEqual([`${dayPath}?p=2&sort=newest`])
})

test('an old id is one page in every spelling', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'))
  for (const path of ['/papers/cs/9809007', '/papers/cs%2F9809007', '/papers/cs%2f9809007', '/papers/cs~9809007']) {
    expect((await site.get(path)).status).toBe(200)
  }
  expect(site.fills.map(({ url }) => url)).toEqual(['/papers/cs~9809007'])
})

test('never keeps a cookie, a redirect or an error', async () => {
  site = await openFakeSite((request, response) => {
    if (request.url?.endsWith('-01')) response.setHeader('Set-Cookie', 'a=1')
    if (request.url?.endsWith('-02')) response.writeHead(307, { Location: '/' }).end()
    else html(response, 'x', request.url?.endsWith('-03') ? 500 : 200)
  })
  for (const [day, status] of Object.entries({ '01': 200, '02': 307, '03': 500 })) {
    for (let time = 0; time < 2; time += 1) {
      expect((await site.get(`/papers/date/2026-06-${day}`)).status).toBe(status)
    }
  }
  expect(site.past).toHaveLength(6)
  expect(site.cache.bytes).toBe(0)
})

test('while Next fails, a page of just now is better than an error', async () => {
  let status = 200
  site = await openFakeSite((_, response) => html(response, `${status}`, status))
  await site.get(dayPath)
  status = 500
  site.cache.forget('all')
  site.wait(2_000)
  expect((await site.get(dayPath)).text).toBe('200')
  site.wait(120_000)
  expect((await site.get(dayPath)).status).toBe(500)
  status = 200
  expect((await site.get(dayPath)).text).toBe('200')
})

test('made-up days do not push out real ones', async () => {
  const filler = '<p>nothing here</p>'.repeat(500)
  site = await openFakeSite(
    (request, response) => {
      const isReal = request.url === dayPath
      html(response, isReal ? `<article data-paper="2308.10087">${filler}` : filler, isReal ? 200 : 404)
    },
    { maxBytes: 200_000, maxRareBytes: 100_000 },
  )
  await site.get(dayPath)
  for (let day = 0; day < 60; day += 1) await site.get(`/papers/date/${1800 + day}-01-01`)
  expect((await site.get(dayPath)).headers['x-cache']).toBe('hit')
  expect(site.cache.bytes).toBeLessThan(300_000)
})

test('a missing page is looked for again soon, and at once after an import', async () => {
  let status = 404
  site = await openFakeSite((_, response) => html(response, 'x', status))
  expect((await site.get('/papers/2308.10087')).status).toBe(404)
  expect((await site.get('/papers/2308.10087')).headers['x-cache']).toBe('hit')
  status = 200
  site.cache.forget('all')
  site.wait(900)
  expect((await site.get('/papers/2308.10087')).status).toBe(200)
  expect((await site.get('/papers/2308.10087')).headers['x-cache']).toBe('hit')
})

test('a page grows old by itself: it speaks of today', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'))
  await site.get(dayPath)
  site.wait(59_000)
  expect((await site.get(dayPath)).headers['x-cache']).toBe('hit')
  site.wait(5_000)
  expect((await site.get(dayPath)).headers['x-cache']).toBe('miss')
})

test('a page pushed out for room in the middle of its render comes back with the votes it missed', async () => {
  let votes = 1
  let pause = 0
  site = await openFakeSite(
    async (request, response) => {
      const seen = votes
      if (request.url === dayPath) await sleep(pause)
      html(response, `<i data-paper="1">votes ${seen}</i>${request.url?.repeat(200)}`)
    },
    { maxBytes: 40_000 },
  )
  await site.get(dayPath)
  site.wait(400)
  site.cache.forget(['date:2026-06-02'])
  pause = 80
  await site.get(dayPath) // starts the refill
  for (let day = 10; day < 28; day += 1) await site.get(`/papers/date/2026-05-${day}`)
  votes = 2
  site.cache.forget(['date:2026-06-02'])
  await sleep(100)
  site.wait(900)
  expect((await site.get(dayPath)).text).toContain('votes 2')
})

test('the page’s own scripts run by hash, one that was planted does not', async () => {
  site = await openFakeSite((request, response) => {
    const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1]
    html(response, `<script nonce="${nonce}">own()</script><script>planted()</script>`)
  })
  const { text, headers } = await site.get(dayPath)
  expect(text).toBe('<script>own()</script><script>planted()</script>')
  expect(String(headers['content-security-policy']).match(/'sha256-/g)).toHaveLength(1)
  expect(headers['content-security-policy']).not.toContain('nonce-')
})

test('a page too large to keep is sent past', async () => {
  site = await openFakeSite((_, response) => html(response, 'x'.repeat(2 << 20)))
  const got = await site.get(dayPath)
  expect([got.status, got.body.length, site.cache.bytes]).toEqual([200, 2 << 20, 0])
})

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(2)
}

test('who asks too often for pages that have to be made is told so; what is kept is still theirs', async () => {
  let left = 1
  const limit = async () => (left-- > 0 ? null : Response.json({ error: 'Too many at once.' }, { status: 429 }))
  site = await openFakeSite((_asked, answer) => html(answer, 'made'), { limit })
  expect((await site.get('/')).status).toBe(200)
  expect((await site.get('/papers/date/2026-06-02')).status).toBe(429)
  expect((await site.get('/')).status).toBe(200)
})
