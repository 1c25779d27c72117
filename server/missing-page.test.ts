import { expect, test } from 'vitest'
import type { Answer, FillRequest } from '@/server/fill'
import { withMissingPage } from '@/server/missing-page'

const asked: FillRequest = {
  path: '/papers/2606.99999',
  accept: 'text/html',
  policy: "script-src 'nonce-x'",
}
const answer = (status: number, body: string): Answer => ({ status, headers: {}, body: Buffer.from(body) })

function site(pages: Record<string, Answer>) {
  const seen: FillRequest[] = []
  const fetch = withMissingPage(async (request) => {
    seen.push(request)
    return pages[request.path] ?? answer(404, '<html><h1>Not here</h1>')
  })
  return { fetch, seen }
}

test('an empty document becomes the page that says so, under the same policy', async () => {
  const { fetch, seen } = site({ [asked.path]: answer(404, '<html id="__next_error__">') })
  const got = await fetch(asked)
  expect([got.status, got.body.toString()]).toEqual([404, '<html><h1>Not here</h1>'])
  expect(seen.map(({ policy }) => policy)).toEqual([asked.policy, asked.policy])
})

test('all other answers stay as they are', async () => {
  for (const given of [answer(200, 'id="__next_error__"'), answer(404, '{"error":"no"}'), answer(500, 'x')]) {
    const { fetch, seen } = site({ [asked.path]: given })
    expect(await fetch(asked)).toBe(given)
    expect(seen).toHaveLength(1)
  }
})
