import { expect, test } from 'vitest'
import { markdownAddress, prefersMarkdown } from '@/lib/markdown-address'

test.each([
  ['/', '/papers.md'],
  ['/?p=2&sort=newest', '/papers.md?p=2&sort=newest'],
  ['/papers', '/papers.md'],
  ['/papers/2308.10087', '/papers/2308.10087.md'],
  ['/papers/2308.10087v2', '/papers/2308.10087.md'],
  ['/papers/cs/9809007', '/papers/cs/9809007.md'],
  ['/papers/cs%2F9809007', '/papers/cs/9809007.md'],
  ['/papers/date/2026-06-02', '/papers/date/2026-06-02.md'],
  ['/papers/week/2026-W23', '/papers/week/2026-W23.md'],
  ['/papers/month/2026-06', '/papers/month/2026-06.md'],
  ['/papers/trending', '/papers/trending.md'],
  ['/papers/search?q=a.md', '/papers/search.md?q=a.md'],
  ['/new', '/new.md'],
  ['/new/cs.LG', '/new/cs.LG.md'],
  ['/new/date/2026-06-02?p=2', '/new/date/2026-06-02.md?p=2'],
])('%s is read as Markdown at %s', (page, address) => {
  expect(markdownAddress(page)).toBe(address)
})

test('other addresses have no Markdown', () => {
  for (const path of [
    '',
    '/about',
    '/settings',
    '/papers/2308.10087.md',
    '/papers/nothing',
    '/papers/%',
    '/api/papers',
  ])
    expect(markdownAddress(path), path).toBeNull()
})

test('Markdown is preferred by whoever names it before HTML, not by browsers', () => {
  for (const accept of [
    'text/markdown',
    'text/markdown, text/html',
    'text/html;q=0.8, text/markdown;q=0.9, */*;q=0.1',
    'Text/Markdown;variant=CommonMark',
  ])
    expect(prefersMarkdown(accept), accept).toBe(true)
  for (const accept of [
    '*/*',
    'text/*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'text/html, text/markdown;q=0.9',
    'text/markdown;q=0',
  ])
    expect(prefersMarkdown(accept), accept).toBe(false)
})
