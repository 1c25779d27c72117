import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestPath, hasClosed, issueAt, issueOfSegment, scopeOfIssue } from '@/lib/letter-issue'

const utc = { timeZone: 'UTC', rollover: '00:00' }
const newYork = { timeZone: 'America/New_York', rollover: '21:30' }
const at = (iso: string) => Date.parse(iso)

test('a daily letter tells of the feed day before the one that runs', () => {
  expect(issueAt('daily', at('2026-06-02T23:59:59Z'), utc)).toBe('daily:2026-06-01')
  expect(issueAt('daily', at('2026-06-03T00:00:00Z'), utc)).toBe('daily:2026-06-02')
  expect(issueAt('daily', at('2026-06-03T01:29:59Z'), newYork)).toBe('daily:2026-06-01')
  expect(issueAt('daily', at('2026-06-03T01:30:00Z'), newYork)).toBe('daily:2026-06-02')
  expect(issueAt('daily', at('2027-01-01T07:00:00Z'), utc)).toBe('daily:2026-12-31')
})

test('a weekly letter tells of the week whose Sunday has closed', () => {
  expect(issueAt('weekly', at('2026-06-07T23:59:59Z'), utc)).toBe('weekly:2026-W22')
  expect(issueAt('weekly', at('2026-06-08T00:00:00Z'), utc)).toBe('weekly:2026-W23')
  expect(issueAt('weekly', at('2026-06-14T12:00:00Z'), utc)).toBe('weekly:2026-W23')
  // The feed's Monday begins on Sunday evening there.
  expect(issueAt('weekly', at('2026-06-08T01:30:00Z'), newYork)).toBe('weekly:2026-W23')
  expect(issueAt('weekly', at('2027-01-04T07:00:00Z'), utc)).toBe('weekly:2026-W53')
})

test('the issue of an instant has closed there, and the next one has not', () => {
  const moments = fc.integer({ min: at('2025-01-01'), max: at('2028-01-01') })
  fc.assert(
    fc.property(fc.constantFrom('daily' as const, 'weekly' as const), moments, (frequency, now) => {
      const issue = issueAt(frequency, now, newYork)
      const next = issueAt(frequency, now + (frequency === 'daily' ? 1 : 7) * 86_400_000, newYork)
      expect(hasClosed(issue, now, newYork)).toBe(true)
      if (next !== issue) expect(hasClosed(next, now, newYork)).toBe(false)
    }),
  )
})

test('an address names an issue by its day or its week', () => {
  expect(issueOfSegment('2026-06-02')).toBe('daily:2026-06-02')
  expect(issueOfSegment('2026-W23')).toBe('weekly:2026-W23')
  expect(digestPath('weekly:2026-W23')).toBe('/digest/2026-W23')
  expect(scopeOfIssue('weekly:2026-W23')).toEqual({ of: 'week', value: '2026-W23' })
  for (const segment of ['2026-02-30', '2025-W53', '2026-6-2', 'W', '', '2026-W23x', '../2026-06-02', '2026-06-02\n'])
    expect(issueOfSegment(segment), segment).toBeNull()
  for (const issue of ['daily:2026-W23', 'weekly:2026-06-02', 'hourly:2026-06-02', '2026-06-02'])
    expect(scopeOfIssue(issue), issue).toBeNull()
})
