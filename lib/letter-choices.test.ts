import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choices, choicesKey, chosen, firstLetterAt, nextLetterAt } from '@/lib/letter-choices'

const at = (iso: string) => Date.parse(iso)
const iso = (moment: number) => new Date(moment).toISOString()
const utc = { timeZone: 'UTC', rollover: '00:00' }

const all: Choices = { frequency: 'daily', papers: 10, minUpvotes: 0, categories: [], keywords: [], authors: [] }

function paper(title: string, rest: Partial<Parameters<typeof chosen>[0][number]> = {}) {
  const authors = [{ name: 'Mira Sol' }]
  return { title, abstract: null, authors, categories: ['cs.LG'], submittedBy: null, upvotes: 5, ...rest }
}

function titles(papers: Parameters<typeof chosen>[0], choices: Partial<Choices>): string[] {
  return chosen(papers, { ...all, ...choices }).papers.map(({ title }) => title)
}

test('without choices every paper comes, in the order of the day and as many as were asked for', () => {
  const papers = ['a', 'b', 'c'].map((title) => paper(title))
  expect(titles(papers, {})).toEqual(['a', 'b', 'c'])
  expect(chosen(papers, { ...all, papers: 2 })).toEqual({ papers: papers.slice(0, 2), more: 1 })
  expect(chosen([], all)).toEqual({ papers: [], more: 0 })
})

test('categories, keywords and authors each add papers, and all of them need the votes', () => {
  const papers = [
    paper('Of a category', { categories: ['cs.CL', 'stat.ML'] }),
    paper('A state-space model'),
    paper('By somebody', { authors: [{ name: 'Bo Li' }, { name: 'Jürgen Søl' }] }),
    paper('Told in the abstract', { abstract: 'We study $\\alpha$ and STATE\nSPACE models.' }),
    paper('Too few votes', { categories: ['cs.CL'], upvotes: 2 }),
    paper('Something else'),
  ]
  const choices = { categories: ['cs.CL'], keywords: ['state space'], authors: ['jurgen sol'], minUpvotes: 3 }
  expect(titles(papers, choices)).toEqual([
    'Of a category',
    'A state-space model',
    'By somebody',
    'Told in the abstract',
  ])
  expect(titles(papers, { keywords: ['something'] })).toEqual(['Something else'])
  expect(titles(papers, { categories: ['stat'] })).toEqual(['Of a category'])
  expect(titles(papers, { categories: ['s'] })).toEqual([])
})

test('accents that are written in TeX are found', () => {
  expect(titles([paper('A Schr\\"odinger bridge')], { keywords: ['Schrödinger'] })).toHaveLength(1)
})

test('a daily letter is due at the next such hour, never at the instant itself', () => {
  const berlin = { frequency: 'daily' as const, hour: 7, timezone: 'Europe/Berlin' }
  expect(iso(nextLetterAt(berlin, at('2026-06-02T04:59:59Z'), utc))).toBe('2026-06-02T05:00:00.000Z')
  expect(iso(nextLetterAt(berlin, at('2026-06-02T05:00:00Z'), utc))).toBe('2026-06-03T05:00:00.000Z')
  const kathmandu = { ...berlin, timezone: 'Asia/Kathmandu' }
  expect(iso(nextLetterAt(kathmandu, at('2026-06-02T05:00:00Z'), utc))).toBe('2026-06-03T01:15:00.000Z')
})

test('an hour that is skipped is the first instant after it', () => {
  const berlin = { frequency: 'daily' as const, hour: 2, timezone: 'Europe/Berlin' }
  expect(iso(nextLetterAt(berlin, at('2026-03-28T12:00:00Z'), utc))).toBe('2026-03-29T01:00:00.000Z')
  expect(iso(nextLetterAt(berlin, at('2026-03-29T01:00:00Z'), utc))).toBe('2026-03-30T00:00:00.000Z')
  // The clock went from 0:01 to 1:01.
  const newfoundland = { ...berlin, hour: 1, timezone: 'America/St_Johns' }
  expect(iso(nextLetterAt(newfoundland, at('2010-03-13T12:00:00Z'), utc))).toBe('2010-03-14T03:31:00.000Z')
  // It goes on by half an hour.
  const lordHowe = { ...berlin, timezone: 'Australia/Lord_Howe' }
  expect(iso(nextLetterAt(lordHowe, at('2026-10-03T00:00:00Z'), utc))).toBe('2026-10-03T15:30:00.000Z')
  // A date that was none.
  const apia = { ...berlin, hour: 7, timezone: 'Pacific/Apia' }
  expect(iso(nextLetterAt(apia, at('2011-12-29T17:00:00Z'), utc))).toBe('2011-12-30T17:00:00.000Z')
})

test('an hour that comes twice is the first of the two, once', () => {
  const berlin = { frequency: 'daily' as const, hour: 2, timezone: 'Europe/Berlin' }
  expect(iso(nextLetterAt(berlin, at('2026-10-24T12:00:00Z'), utc))).toBe('2026-10-25T00:00:00.000Z')
  expect(iso(nextLetterAt(berlin, at('2026-10-25T00:00:00Z'), utc))).toBe('2026-10-26T01:00:00.000Z')
  expect(iso(nextLetterAt(berlin, at('2026-10-25T00:30:00Z'), utc))).toBe('2026-10-26T01:00:00.000Z')
})

test('a weekly letter is due on Monday', () => {
  const weekly = { frequency: 'weekly' as const, hour: 7, timezone: 'Europe/Berlin' }
  for (const [after, due] of [
    ['2026-06-02T12:00:00Z', '2026-06-08T05:00:00.000Z'],
    ['2026-06-08T04:59:59Z', '2026-06-08T05:00:00.000Z'],
    ['2026-06-08T05:00:00Z', '2026-06-15T05:00:00.000Z'],
  ] as const) {
    expect(iso(nextLetterAt(weekly, at(after), utc))).toBe(due)
  }
  const midnight = { ...weekly, hour: 0, timezone: 'UTC' }
  expect(iso(nextLetterAt(midnight, at('2026-06-07T23:59:59Z'), utc))).toBe('2026-06-08T00:00:00.000Z')
})

test('where Monday morning comes before the week of the feed has closed, the letter is due on Tuesday', () => {
  const tokyo = { frequency: 'weekly' as const, hour: 7, timezone: 'Asia/Tokyo' }
  expect(iso(nextLetterAt(tokyo, at('2026-06-05T00:00:00Z'), utc))).toBe('2026-06-08T22:00:00.000Z')
  const japan = { timeZone: 'Asia/Tokyo', rollover: '00:00' }
  expect(iso(nextLetterAt(tokyo, at('2026-06-05T00:00:00Z'), japan))).toBe('2026-06-07T22:00:00.000Z')
})

test('the first letter does not wait for Monday', () => {
  const weekly = { hour: 7, timezone: 'Europe/Berlin' }
  expect(iso(firstLetterAt(weekly, at('2026-06-02T12:00:00Z')))).toBe('2026-06-03T05:00:00.000Z')
})

test('from letter to letter a day or a week passes, each tells of another one, and it is the hour that was chosen', () => {
  const zones = [
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'UTC',
  ]
  const time = fc.record({
    frequency: fc.constantFrom('daily' as const, 'weekly' as const),
    hour: fc.integer({ min: 0, max: 23 }),
    timezone: fc.constantFrom(...zones),
  })
  fc.assert(
    fc.property(time, fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), (chosenTime, now) => {
      const first = nextLetterAt(chosenTime, now, utc)
      const second = nextLetterAt(chosenTime, first, utc)
      const hours = (second - first) / 3_600_000
      expect(first).toBeGreaterThan(now)
      expect(Math.abs(hours - (chosenTime.frequency === 'daily' ? 24 : 168))).toBeLessThanOrEqual(1)
      expect(nextLetterAt(chosenTime, first - 1, utc)).toBe(first)
    }),
  )
})

test('equal choices have one key, in whatever order the words were given', () => {
  const mine = { ...all, categories: ['cs.LG', 'cs.CL'], keywords: ['a, b'] }
  expect(choicesKey(mine)).toBe(choicesKey({ ...mine, categories: ['cs.CL', 'cs.LG', 'cs.CL'] }))
  const others = [
    { ...mine, keywords: ['a', 'b'] },
    { ...mine, keywords: [], authors: ['a, b'] },
    { ...mine, papers: 11 },
    { ...mine, minUpvotes: 1 },
    { ...mine, frequency: 'weekly' as const },
  ]
  expect(new Set([mine, ...others].map(choicesKey)).size).toBe(6)
  expect(choicesKey(mine)).toMatch(/^[\w-]{43}$/)
})

test('readers who save the same searches get the same letter, and who saves none the one without', () => {
  const mine: Choices = { frequency: 'daily', papers: 10, minUpvotes: 0, categories: [], keywords: [], authors: [] }
  const key = choicesKey({ ...mine, searches: ['q=a', 'q=b'] })
  expect(choicesKey({ ...mine, searches: ['q=b', 'q=a'] })).toBe(key)
  expect(choicesKey({ ...mine, searches: [] })).toBe(choicesKey(mine))
  expect(new Set([key, choicesKey(mine), choicesKey({ ...mine, authors: ['q=a', 'q=b'] })]).size).toBe(3)
})
