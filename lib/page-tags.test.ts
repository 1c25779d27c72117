import { expect, test } from 'vitest'
import { movedTo, sharedPage, tagsOf } from '@/lib/page-tags'

const vote = { kind: 'vote', paperId: 'cs/9809007', day: '2026-06-02', data: { want: 'up' } }

function pageOf(path: string) {
  return sharedPage(new URL(path, 'http://papers.test'))
}

/** Whether a change makes this page out of date. */
function touches(change: typeof vote, path: string): boolean {
  const tags = tagsOf(change)
  return tags === 'all' || (pageOf(path)?.tags.some((tag) => tags.includes(tag)) ?? false)
}

test('knows the pages that are the same for everybody', () => {
  for (const path of [
    '/',
    '/papers',
    '/papers?sort=newest&p=2',
    '/papers/date/2026-06-02',
    '/papers/week/2026-W23',
    '/digest/2026-06-02',
    '/digest/2026-W23',
    '/papers/month/2026-06',
    '/papers/trending',
    '/new?p=2',
    '/new/cs.LG',
    '/new/hep-th?p=2',
    '/new/cs.LG/2026-06-02',
    '/new/date/2026-06-02',
    '/papers/2308.10087',
    '/papers/cs/9809007',
    '/papers/math.GT/0309136',
    '/user/Ada-L_1',
    '/comments',
    '/about',
    '/about/tools',
    '/export',
    '/export/',
    '/moderation',
    '/llms.txt',
    '/sitemap.xml',
    '/feeds/newest.rss?p=2',
    '/feeds/day/2026-06-02.json',
    '/feeds/author/C%2FO%20Ada.atom',
    '/feeds/paper/cs/9809007/comments.rss',
    '/feeds/opml.xml',
    '/sitemap/lists.xml',
    '/sitemap/2026-06.xml',
    '/api/daily_papers?date=2026-06-02&limit=10',
    '/api/papers/cs/9809007/votes/history',
    '/api/papers/cs/9809007/similar',
  ]) {
    expect(pageOf(path), path).not.toBeNull()
  }
})

test('a page as Markdown moves with it, and pushes no page out', () => {
  for (const path of ['/papers/cs/9809007', '/papers/date/2026-06-02', '/papers/trending', '/new/cs.LG', '/papers']) {
    const [page, written] = [pageOf(`${path}?`), pageOf(`${path}.md`)]
    expect(written, path).toMatchObject({ key: `${page?.key}.md`, tags: page?.tags, rare: true })
  }
  expect(pageOf('/papers/date/2026-06-02.md?p=2&sort=newest')?.key).toBe('/papers/date/2026-06-02.md?p=2&sort=newest')
  for (const path of ['/about.md', '/user/ada.md', '/.md', '/papers/search.md', '/papers/nothing.md'])
    expect(pageOf(path), path).toBeNull()
})

test('leaves alone what is personal, unknown or asked for oddly', () => {
  for (const path of [
    '/settings',
    '/signin',
    '/claim/abc',
    '/api/viewer?ids=2308.10087',
    '/api/papers/2308.10087/vote',
    '/api/live',
    '/api/health',
    '/feeds/search.rss?q=heat',
    '/feeds/list/abc.rss',
    '/feeds/newest.rss?p=0',
    '/feeds/day/2026-02-30.rss',
    '/export/manifest.json',
    '/export/papers.jsonl.gz',
    '/papers/date/2026-06-02?sort=worst',
    '/digest/2026-02-30',
    '/digest/2026-06-02?p=2',
    '/digest/',
    '/?constructor=1',
    '/papers?__proto__=1',
    '/api/daily_papers?toString=1',
    '/papers/date/2026-06-02?p=0',
    '/papers/date/2026-06-02?p=1&p=2',
    '/papers/date/2026-06-02/',
    '/new?sort=newest',
    '/new/date',
    '/new/CS',
    '/new/cs.LG/2026-02-30',
    '/new/cs.LG/2026-06-02/x',
    '/papers/trending?_rsc=1abc',
    '/papers/nothing-of-ours',
    '/papers/2308.10087/opengraph-image',
    '/about?paper=2308.10087',
    '/sitemap/settings.xml',
    '/user/a/b',
  ]) {
    expect(pageOf(path), path).toBeNull()
  }
})

test('a vote touches its paper, the lists it is in and those that could hold it', () => {
  for (const path of [
    '/',
    '/papers',
    '/papers/date/2026-06-02',
    '/papers/date/2026-06-02?p=2&sort=discussed',
    '/papers/week/2026-W23',
    '/papers/month/2026-06',
    '/digest/2026-06-02',
    '/digest/2026-W23',
    '/papers/trending',
    '/new',
    '/new/cs.LG/2026-06-02',
    '/papers/cs/9809007',
    '/papers/cs%2F9809007',
    '/user/Ada',
    '/api/daily_papers',
    '/api/daily_papers?date=2026-06-02',
    '/api/daily_papers?week=2026-W23',
    '/api/papers/cs%2F9809007',
  ]) {
    expect(touches(vote, path), path).toBe(true)
  }
  for (const path of [
    '/papers/date/2026-06-03',
    '/papers/week/2026-W24',
    '/digest/2026-06-03',
    '/papers/month/2026-07',
    '/papers/2308.10087',
    '/comments',
    '/moderation',
    '/api/daily_papers?date=2026-06-03',
  ]) {
    expect(touches(vote, path), path).toBe(false)
  }
})

test('a comment touches the newest comments too; an edit moves no list', () => {
  const wrote = { ...vote, kind: 'comment', data: { comment: 'c1', act: 'wrote' } }
  const edited = { ...vote, kind: 'comment', data: { comment: 'c1', act: 'edited' } } as unknown as typeof vote
  expect(touches(wrote as unknown as typeof vote, '/comments')).toBe(true)
  expect(touches(wrote as unknown as typeof vote, '/papers/date/2026-06-02')).toBe(true)
  expect(touches(edited, '/papers/cs/9809007')).toBe(true)
  expect(touches(edited, '/papers/date/2026-06-02')).toBe(false)
})

test('what a moderator does is in the log', () => {
  for (const kind of ['hidden', 'unhidden', 'unlisted', 'relisted']) {
    expect(touches({ ...vote, kind }, '/moderation'), kind).toBe(true)
    expect(touches({ ...vote, kind }, '/papers/cs/9809007'), kind).toBe(true)
  }
})

test('what others see of reading lists is on the page of their owner', () => {
  for (const kind of ['list', 'closed', 'reopened']) {
    const row = { ...vote, kind, paperId: null, day: null } as unknown as typeof vote
    expect(touches(row, '/user/Ada'), kind).toBe(true)
    expect(touches(row, '/moderation'), kind).toBe(kind !== 'list')
    expect(touches(row, '/'), kind).toBe(false)
  }
})

test('a revised paper touches what shows it, listed or only new, and nothing else', () => {
  const listed = { ...vote, kind: 'revised' }
  const waiting = { ...listed, day: null } as unknown as typeof vote
  for (const path of ['/papers/cs/9809007', '/papers/trending', '/new', '/new/cs.LG', '/user/Ada', '/comments']) {
    expect(touches(listed, path), path).toBe(true)
    expect(touches(waiting, path), path).toBe(true)
  }
  for (const path of ['/papers/date/2026-06-02', '/papers/week/2026-W23', '/digest/2026-06-02']) {
    expect(touches(listed, path), path).toBe(true)
    expect(touches(waiting, path), path).toBe(false)
  }
  expect(touches(listed, '/papers/2308.10087')).toBe(false)
  expect(touches(listed, '/papers/date/2026-06-03')).toBe(false)
})

test('a kind of row that nobody has thought of touches all', () => {
  expect(tagsOf({ ...vote, kind: 'something new' })).toBe('all')
})

test('an address with a version leads to the one page of the paper', () => {
  expect(movedTo('/papers/2308.10087v2')).toBe('/papers/2308.10087')
  expect(movedTo('/papers/cs%2F9809007v1')).toBe('/papers/cs/9809007')
  expect(movedTo('/papers/2308.10087')).toBeNull()
  expect(movedTo('/papers/date/2026-06-02')).toBeNull()
  expect(pageOf('/papers/2308.10087v2')).toBeNull()
})

test('a feed is one page in every spelling, and forgotten with what it tells of', () => {
  const paths = ['cs/9809007', 'cs%2F9809007', 'cs~9809007'].map((id) => `/feeds/paper/${id}/comments.rss`)
  expect(new Set(paths.map((path) => pageOf(path)?.key))).toEqual(new Set(['/feeds/paper/cs/9809007/comments.rss']))
  const hidden = { ...vote, kind: 'hidden', data: { want: 'up' } }
  for (const feed of [
    'newest',
    'trending',
    'category/cs.LG',
    'author/Ada',
    'day/2026-06-02',
    'paper/cs/9809007/comments',
  ])
    expect(touches(vote, `/feeds/${feed}.atom`), feed).toBe(true)
  expect(touches(hidden, '/feeds/member/mira/comments.rss')).toBe(true)
  expect(touches(vote, '/feeds/day/2026-06-03.rss')).toBe(false)
})
