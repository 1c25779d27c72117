import { expect, test } from 'vitest'
import { linkToNext } from '@/lib/api-paging'

const siteUrl = 'https://papers.example.org'

test('the next page has the same question at the address readers use', () => {
  const asked = 'http://127.0.0.1:1234/api/daily_papers?date=2026-06-02&limit=10'
  expect(linkToNext(asked, siteUrl, { p: 1 })).toEqual({
    Link: '<https://papers.example.org/api/daily_papers?date=2026-06-02&limit=10&p=1>; rel="next"',
  })
  expect(linkToNext(`${asked}&p=1`, siteUrl, { p: 2 })?.Link).toContain('limit=10&p=2>')
})

test('what a cursor holds is written as an address can carry it', () => {
  expect(linkToNext(`${siteUrl}/api/papers`, siteUrl, { cursor: '904867200000_cs/9809007' })?.Link).toBe(
    '<https://papers.example.org/api/papers?cursor=904867200000_cs%2F9809007>; rel="next"',
  )
})

test('the last page leads nowhere', () => {
  expect(linkToNext(`${siteUrl}/api/papers`, siteUrl, null)).toBeUndefined()
})
