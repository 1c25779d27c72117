import { expect, it } from 'vitest'
import { judgePendingVote, openPendingVote, sealPendingVote } from '@/lib/pending-vote'

const at = Date.UTC(2026, 5, 2, 9, 41)
const vote = { paperId: '2308.10087', path: '/papers/date/2026-06-02?sort=newest', at }
const minute = 60_000

it('is due on its own page within half an hour', () => {
  expect(judgePendingVote(vote, vote.path, at + 29 * minute)).toBe('due')
})

it('waits on other pages', () => {
  expect(judgePendingVote(vote, '/', at + minute)).toBe('wait')
  expect(judgePendingVote(vote, '/papers/date/2026-06-02', at + minute)).toBe('wait')
})

it('expires, everywhere, and when the clock was put back', () => {
  expect(judgePendingVote(vote, vote.path, at + 31 * minute)).toBe('expired')
  expect(judgePendingVote(vote, '/', at + 31 * minute)).toBe('expired')
  expect(judgePendingVote(vote, vote.path, at - 1)).toBe('expired')
})

it('survives storage', () => {
  expect(openPendingVote(sealPendingVote(vote))).toEqual(vote)
})

it('is nothing where storage holds nothing of ours', () => {
  for (const text of [null, '', '{', 'null', '[]', '{"paperId":1,"path":"/","at":2}', '{"paperId":"x"}']) {
    expect(openPendingVote(text)).toBeNull()
  }
})
