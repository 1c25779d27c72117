import { afterEach, expect, test, vi } from 'vitest'
import { send } from '@/components/send'

afterEach(() => vi.unstubAllGlobals())

test('what is sent outlives its page, but for what is too long for a browser to keep, and what only reads', async () => {
  const fetched = vi.fn(async (_: string, _init: RequestInit) => Response.json({}))
  vi.stubGlobal('fetch', fetched)
  await send('POST', '/api/follows', { kind: 'keyword', value: 'boats' })
  await send('DELETE', '/api/follows')
  await send('POST', '/api/comments', { text: '語'.repeat(65_536) })
  await send('GET', '/api/me')
  expect(fetched.mock.calls.map(([, { keepalive }]) => keepalive)).toEqual([true, true, false, false])
})
