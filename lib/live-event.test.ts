import { expect, it } from 'vitest'
import { readLiveEvent } from '@/lib/live-event'

it('reads numbers and comments', () => {
  const text = JSON.stringify({
    papers: [{ id: '2308.10087', upvotes: 3, comments: 1 }],
    comments: [{ id: 'c1', paper: '2308.10087', act: 'wrote' }],
  })
  expect(readLiveEvent(text, null)).toEqual({
    papers: [{ id: '2308.10087', upvotes: 3, comments: 1 }],
    comments: [{ id: 'c1', paper: '2308.10087', act: 'wrote' }],
    listChanged: false,
    spread: 0,
  })
})

it('knows whether the list of this page changed', () => {
  const event = JSON.stringify({ papers: [], days: ['2026-06-02'] })
  expect(readLiveEvent(event, '2026-06-02')?.listChanged).toBe(true)
  expect(readLiveEvent(event, '2026-06-03')?.listChanged).toBe(false)
  expect(readLiveEvent(event, null)?.listChanged).toBe(true)
  expect(readLiveEvent('{"papers":[],"refetch":true}', '2026-06-03')?.listChanged).toBe(true)
})

it('knows how long to take over asking anew, within bounds', () => {
  const spreadOf = (spread: unknown) =>
    readLiveEvent(JSON.stringify({ papers: [], refetch: true, spread }), null)?.spread
  expect([spreadOf(2_000), spreadOf(-5), spreadOf(1e9), spreadOf('x')]).toEqual([2_000, 0, 120_000, 0])
})

it('leaves out what does not fit, and what is no event', () => {
  expect(readLiveEvent('{"papers":[{"id":"2308.10087","upvotes":"3"}],"comments":7}', null)).toEqual({
    papers: [],
    comments: [],
    listChanged: false,
    spread: 0,
  })
  expect(readLiveEvent('{"papers":[', null)).toBeNull()
  expect(readLiveEvent('null', null)).toBeNull()
})
