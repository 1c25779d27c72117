import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waysOut } from '@/app/papers/search/ways-out'
import { searchAsked } from '@/lib/search-asked'
import { findSpelt } from '@/outside/find-spelt'

vi.mock('@/outside/find-spelt', () => ({ findSpelt: vi.fn() }))

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
  vi.mocked(findSpelt)
    .mockReset()
    .mockImplementation(async (searched) => {
      vi.advanceTimersByTime(100)
      const total = totals[tried++] ?? 0
      const found = { papers: [], total, isMore: false, page: 1, hasMore: false, by: 'words' as const, isLate: false }
      return { found, searched, spelling: null }
    })
}

test('no more smaller searches are asked than are offered', async () => {
  finding(2, 1, 5, 9)
  expect((await waysOut(asked)).map(({ words, total }) => [words, total])).toEqual([
    ['Take off “since 2026-01”:', 2],
    ['Take off “until 2026-06”:', 1],
    ['Take off “by Ada”:', 5],
  ])
  expect(findSpelt).toHaveBeenCalledTimes(3)
})

test('where the smaller ones find nothing either, the page does not wait for all of them', async () => {
  finding()
  expect(await waysOut(asked)).toEqual([])
  expect(findSpelt).toHaveBeenCalledTimes(4)
})

test('what is counted is what the link shows, misspelt words put right or searched as typed', async () => {
  for (const verbatim of ['', '&verbatim=1']) {
    finding(3)
    const [way] = await waysOut(searchAsked(new URLSearchParams(`q=lantrens&votes=3${verbatim}`)))
    expect(way?.href).toBe(`/papers/search?q=lantrens${verbatim}`)
    expect(findSpelt).toHaveBeenCalledWith(expect.objectContaining({ isVerbatim: verbatim !== '' }), 1)
  }
})
