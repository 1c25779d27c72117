import { expect, test } from 'vitest'
import { planSample } from '@/lib/sample-plan'

const paper = {
  id: '1607.06450',
  title: 'Layer Normalization',
  publishedAt: '2016-07-21',
  authors: ['Jimmy Lei Ba', 'Jamie Ryan Kiros', 'Geoffrey E. Hinton'],
  summary: 'Ours.',
  categories: ['stat.ML'],
  keywords: ['normalization'],
  dayOffset: 0,
  submitter: 'mira',
  submittedMinute: 600,
}
const sample = {
  papers: [paper, { ...paper, id: '1904.00962', dayOffset: 3, submittedMinute: 30 }],
  members: {
    members: [{ name: 'mira', fullName: 'Mira Okafor', bio: 'Reads.' }],
    votes: { '1607.06450': ['mira', 'tove', 'ida'], '1904.00962': ['mira'] },
    comments: [
      { key: 'a', paper: '1904.00962', author: 'mira', parent: null, minutesAfter: 90, body: 'Why?' },
      { key: 'b', paper: '1904.00962', author: 'mira', parent: 'a', minutesAfter: 9000, body: 'Because.' },
    ],
  },
}
const dayOf = (offset: number) => `2026-06-0${4 - offset}`
const noon = Date.UTC(2026, 5, 4, 12)

test('offsets become days and times', () => {
  const { papers, comments } = planSample(sample, { now: noon, dayOf })
  expect(papers.map(({ day, submittedAt }) => [day, submittedAt])).toEqual([
    ['2026-06-04', Date.UTC(2026, 5, 4, 10)],
    ['2026-06-01', Date.UTC(2026, 5, 1, 0, 30)],
  ])
  expect(papers[0]).toMatchObject({ authorCount: 3, summarySource: 'sample', isSample: true, week: '2026-W23' })
  expect(comments).toMatchObject([
    { parentId: null, createdAt: Date.UTC(2026, 5, 1, 2) },
    { parentId: 'sample-a', createdAt: noon - 1000 },
  ])
})

test('nothing is in the future, even a minute after midnight', () => {
  const now = Date.UTC(2026, 5, 4, 0, 1)
  const { papers, votes, comments } = planSample(sample, { now, dayOf })
  for (const { submittedAt } of papers) expect(submittedAt).toBeLessThan(now)
  for (const { at } of votes) expect(at).toBeLessThanOrEqual(now)
  for (const { createdAt } of comments) expect(createdAt).toBeLessThan(now)
})

test('votes come after the listing, in the order in which they are named', () => {
  const { papers, votes } = planSample(sample, { now: noon, dayOf })
  const times = votes.filter(({ paperId }) => paperId === '1607.06450').map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times[0]).toBeGreaterThanOrEqual(papers[0]?.submittedAt ?? Number.POSITIVE_INFINITY)
})

test('a sample that speaks of what it does not have is refused', () => {
  const votes = { '9999.99999': ['mira'] }
  expect(() => planSample({ ...sample, members: { ...sample.members, votes } }, { now: noon, dayOf })).toThrow(
    '9999.99999',
  )
})
