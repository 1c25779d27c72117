import { expect, it } from 'vitest'
import { voteRefusal } from '@/lib/vote-refusal'

const no = { error: null, retryAfter: null }

it('says why and what to do', () => {
  expect(voteRefusal({ ...no, status: 0 })).toBe('Not counted: the site does not answer. Try again in a moment.')
  expect(voteRefusal({ ...no, status: 401 })).toBe('Not counted: you are signed out.')
  expect(voteRefusal({ ...no, status: 404 })).toBe('Not counted: this paper is no longer here.')
})

it('says when, if votes came too fast', () => {
  const tooMany = (retryAfter: number | null) => voteRefusal({ status: 429, error: null, retryAfter })
  expect(tooMany(30)).toBe('Not counted: too many votes at once. Try again in 30 seconds.')
  expect(tooMany(1)).toBe('Not counted: too many votes at once. Try again in a second.')
  expect(tooMany(600)).toBe('Not counted: too many votes at once. Try again in 10 minutes.')
  expect(tooMany(null)).toBe('Not counted: too many votes at once. Try again in 60 seconds.')
})

it('passes on what the site says', () => {
  expect(
    voteRefusal({ status: 500, error: 'Our mistake. If it happens again, quote 7f3a91c2.', retryAfter: null }),
  ).toBe('Not counted. Our mistake. If it happens again, quote 7f3a91c2.')
  expect(voteRefusal({ status: 403, error: 'This comes from another site.', retryAfter: null })).toBe(
    'Not counted: this comes from another site.',
  )
})
