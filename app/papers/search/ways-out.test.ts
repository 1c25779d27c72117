import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waysOut } from '@/app/papers/search/ways-out'
import { searchAsked } from '@/lib/search-asked'
import { findPapers } from '@/outside/find-papers'

vi.mock('@/outside/find-papers', () => ({ findPapers: vi.fn() }))

const asked = searchAsked(
  new URLSearchParams('q=kites+title:heat+-hills&from=2026-01&until=2026-06&author=Ada&votes=3&code=1'),
)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

function finding(...totals: number[]) {
  let tried = 0
  vi.mocked(findPapers)
    .mockReset()
    .mockImplementation(async () => {
      vi.advanceTimersByTime(100)
      const total = totals[tried++] ?? 0
      return { papers: [], total, isMore: false, page: 1, hasMore: false, by: 'words', isLate: false }
    })
}

test('no more smaller searches are asked than are offered', async () => {
  finding(2, 1, 5, 9)
  expect((await waysOut(asked)).map(({ words, total }) => [words, total])).toEqual([
    ['Take off “since 2026-01”:', 2],
    ['Take off “until 2026-06”:', 1],
    ['Take off “by Ada”:', 5],
  ])
  expect(findPapers).toHaveBeenCalledTimes(3)
})

test('where the smaller ones find nothing either, the page does not wait for all of them', async () => {
  finding()
  expect(await waysOut(asked)).toEqual([])
  expect(findPapers).toHaveBeenCalledTimes(4)
})
