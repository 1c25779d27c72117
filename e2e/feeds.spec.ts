import { parseFeed } from '@rowanmanning/feed-parser'
import { makeRole } from './support/commands'
import { days } from './support/papers'
import { expectReason } from './support/refused'
import { say } from './support/talk'
import { expect, test } from './support/test'

const { E2E_DATABASE_URL = '', E2E_URL = '' } = process.env

test('a feed reader finds the feed of a page, reads it, and is told when nothing is new', async ({ page, request }) => {
  await page.goto(`/papers/date/${days.hard}`)
  const link = page.locator('link[rel="alternate"][type="application/atom+xml"]').first()
  const address = new URL((await link.getAttribute('href')) ?? '').pathname
  expect(address).toBe(`/feeds/day/${days.hard}.atom`)
  const first = await request.get(address)
  const headers = first.headers()
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(headers['cache-control']).toContain('must-revalidate')
  const feed = parseFeed(await first.text())
  expect(feed.items.length).toBeGreaterThan(3)
  for (const { id, content, authors } of feed.items) {
    expect(id).toMatch(`${new URL(E2E_URL).origin}/papers/`)
    expect(content).toBeTruthy()
    expect(authors.length).toBeGreaterThan(0)
  }
  const known = await request.get(address, { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect([known.status(), (await known.body()).length]).toEqual([304, 0])
  const since = await request.get(address, { headers: { 'If-Modified-Since': headers['last-modified'] ?? '' } })
  expect(since.status()).toBe(304)
  const old = { 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' }
  expect((await request.get(address, { headers: old })).status()).toBe(200)
  const head = await request.head(address)
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  expect(head.headers().etag).toBe(headers.etag)
})

test('what is not kept, as the feed of a search, is told apart as well', async ({ request }) => {
  const address = '/feeds/search.json?q=heat'
  const first = await request.get(address)
  expect(first.headers()['content-type']).toBe('application/feed+json; charset=utf-8')
  const { etag = '', 'last-modified': modified = '' } = first.headers()
  expect((await request.get(address, { headers: { 'If-None-Match': etag } })).status()).toBe(304)
  expect((await request.get(address, { headers: { 'If-Modified-Since': modified } })).status()).toBe(304)
  const head = await request.head(address)
  expect([head.status(), head.headers().etag, (await head.body()).length]).toEqual([200, etag, 0])
})

for (const [path, status] of [
  ['/feeds/day/2026-02-30.rss', 404],
  ['/feeds/newest', 404],
  ['/feeds/list/nothing.atom', 404],
  ['/feeds/member/nobody-of-that-name/comments.json', 404],
  ['/feeds/newest.rss?p=0', 400],
  ['/feeds/search.rss', 400],
] as const) {
  test(`${path} says why it is no feed`, async ({ request }) => {
    await expectReason(request, path, status)
  })
}

test('an author with a slash in the name, and a paper with one in its id, have their feeds', async ({ request }) => {
  const author = await request.get('/feeds/author/Team%20A%2FB.rss')
  expect([author.status(), parseFeed(await author.text()).title]).toEqual([200, expect.stringContaining('Team A/B')])
  for (const id of ['cs/9809007', 'cs%2F9809007', 'cs~9809007']) {
    const talk = await request.get(`/feeds/paper/${id}/comments.rss`)
    expect([talk.status(), parseFeed(await talk.text()).self], id).toEqual([
      200,
      `${new URL(E2E_URL).origin}/feeds/paper/cs/9809007/comments.rss`,
    ])
  }
})

test('a comment comes into the feeds at once, and leaves them when it is hidden', async ({ join, request }) => {
  const mira = await join('mira')
  const feeds = ['/feeds/paper/2603.90222/comments.json', `/feeds/member/${mira.name}/comments.json`]
  const wordsIn = async (path: string) => (await (await request.get(path)).text()).includes('Nothing of this follows.')
  for (const path of feeds) expect(await wordsIn(path)).toBe(false)
  const id = await say(mira.context.request, '2603.90222', 'Nothing of this follows.')
  for (const path of feeds) await expect.poll(() => wordsIn(path), { timeout: 5_000 }).toBe(true)
  const noor = await join('noor')
  await makeRole(noor.name, 'moderator', E2E_DATABASE_URL)
  const hidden = await noor.context.request.put(`/api/moderation/comments/${id}`, {
    headers: { origin: E2E_URL },
    data: { reason: 'Not an argument.' },
  })
  expect(hidden.ok(), await hidden.text()).toBe(true)
  for (const path of feeds) await expect.poll(() => wordsIn(path), { timeout: 5_000 }).toBe(false)
})
