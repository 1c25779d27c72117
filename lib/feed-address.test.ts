import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine } from '@/lib/clean-text'
import { type FeedSubject, feedFormats, feedLinks, feedPath, readFeedPath } from '@/lib/feed-address'

const subjects: FeedSubject[] = [
  { of: 'newest' },
  { of: 'trending' },
  { of: 'search' },
  { of: 'day', day: '2026-06-02' },
  { of: 'category', category: 'cs.LG' },
  { of: 'category', category: 'hep-th' },
  { of: 'author', name: 'Ada Quill' },
  { of: 'author', name: 'J. A. C/O Ångström, Jr.' },
  { of: 'author', name: '100% / ?#.rss' },
  { of: 'author', name: '..' },
  { of: 'member', name: 'Mira_K-1' },
  { of: 'paper', id: '2308.10087' },
  { of: 'paper', id: 'cs/9809007' },
  { of: 'paper', id: 'p-0123456789' },
  { of: 'list', id: 'aB3_-x' },
]

test.each(subjects)('the address of %j leads back to it', (subject) => {
  for (const format of feedFormats) {
    const { pathname, search, hash } = new URL(feedPath(subject, format), 'https://papers.test')
    expect(search + hash).toBe('')
    expect(readFeedPath(pathname)).toEqual({ ok: true, subject, format })
  }
})

test('a slash may come as it is, as %2F or, in an id, as ~', () => {
  for (const path of ['cs/9809007', 'cs%2F9809007', 'cs~9809007']) {
    const subject = { of: 'paper', id: 'cs/9809007' }
    expect(readFeedPath(`/feeds/paper/${path}/comments.rss`)).toEqual({ ok: true, subject, format: 'rss' })
  }
  const subject = { of: 'author', name: 'C/O Ada' }
  expect(readFeedPath('/feeds/author/C/O%20Ada.json')).toEqual({ ok: true, subject, format: 'json' })
})

test('any name that a paper may have leads back to its author', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (typed) => {
      const name = cleanLine(typed)
      fc.pre(name !== '' && name.length <= 100)
      const { pathname } = new URL(feedPath({ of: 'author', name }, 'atom'), 'https://papers.test')
      expect(readFeedPath(pathname)).toEqual({ ok: true, subject: { of: 'author', name }, format: 'atom' })
    }),
  )
})

test.each([
  ['/feeds/newest', /\.rss, \.atom or \.json/],
  ['/feeds/newest.xml', /\.rss, \.atom or \.json/],
  ['/feeds/newest/more.rss', /no such feed/],
  ['/feeds/votes.rss', /no such feed/],
  ['/feeds/day/2026-02-30.rss', /no such day/],
  ['/feeds/day/today.rss', /no such day/],
  ['/feeds/category/<script>.rss', /no such category/],
  ['/feeds/author/%20.rss', /1 to 100/],
  [`/feeds/author/${'a'.repeat(101)}.rss`, /1 to 100/],
  ['/feeds/member/mira.rss', /nobody/],
  ['/feeds/member/a%20b/comments.rss', /nobody/],
  ['/feeds/paper/9999.rss', /no paper/],
  ['/feeds/paper/0713.0001/comments.rss', /no paper/],
  ['/feeds/list/a%2Fb.rss', /no such list/],
])('%s is refused with a reason', (path, reason) => {
  expect(readFeedPath(path)).toEqual({ ok: false, error: expect.stringMatching(reason) })
})

test('a page names its feed in each format', () => {
  expect(feedLinks({ subject: { of: 'search' }, title: 'Search: heat', query: '?q=heat' })).toEqual({
    'application/rss+xml': [{ url: '/feeds/search.rss?q=heat', title: 'Search: heat' }],
    'application/atom+xml': [{ url: '/feeds/search.atom?q=heat', title: 'Search: heat' }],
    'application/feed+json': [{ url: '/feeds/search.json?q=heat', title: 'Search: heat' }],
  })
})
