import { expect, test } from 'vitest'
import { type Findable, joinRevisions, mergeFound } from '@/lib/found-merge'
import type { AnnouncedPaper } from '@/lib/found-paper'

const now = Date.UTC(2026, 5, 4, 9)
const june1 = Date.UTC(2026, 5, 1, 17)
const found: AnnouncedPaper = {
  id: '2606.00001',
  source: 'arxiv',
  title: 'Heat of votes',
  abstract: 'We count. Code: https://github.com/mira/heat.',
  authors: [{ name: 'Mira Sol' }, { name: 'Ida Noor' }],
  categories: ['cs.LG', 'stat.ML'],
  publishedAt: june1,
  updatedAt: june1,
  version: 1,
  doi: null,
  note: '8 pages',
  sourceUrl: null,
  isWithdrawn: false,
  announcedDay: '2026-06-02',
}
const second: AnnouncedPaper = { ...found, version: 2, updatedAt: now, announcedDay: '2026-06-05' }

function added(paper: AnnouncedPaper): Findable {
  const merged = mergeFound(null, paper, now)
  if (!merged) throw new Error('not added')
  return merged.after
}

test('a new paper joins the pool with what its text says of code', () => {
  expect(added(found)).toMatchObject({
    announcedDay: '2026-06-02',
    version: 1,
    authorCount: 2,
    codeUrl: 'https://github.com/mira/heat',
    withdrawnAt: null,
  })
})

test('the same again changes nothing', () => {
  const stored = added(found)
  expect(mergeFound(stored, found, now)).toEqual({ after: stored, revision: null })
})

test('a new version changes the text and keeps what was before; the day of the pool stays', () => {
  const merged = mergeFound(added(found), { ...second, title: 'Heat of many votes', note: '9 pages' }, now)
  expect(merged?.after).toMatchObject({ title: 'Heat of many votes', version: 2, announcedDay: '2026-06-02' })
  expect(merged?.revision).toEqual({
    version: 2,
    changed: ['title', 'note'],
    before: { title: 'Heat of votes', note: '8 pages' },
  })
})

test('a new version whose words are the same is one all the same', () => {
  const broken = 'We count.\n Code: https://github.com/mira/heat.'
  expect(mergeFound(added(found), { ...second, abstract: broken }, now)?.revision).toEqual({
    version: 2,
    changed: [],
    before: {},
  })
})

test('an older version changes nothing', () => {
  const stored = added({ ...second, title: 'Heat of many votes' })
  expect(mergeFound(stored, found, now)).toEqual({ after: stored, revision: null })
})

test('a withdrawn paper is marked once, and no longer when a version comes after', () => {
  const marked = mergeFound(added(found), { ...second, isWithdrawn: true }, now)?.after
  expect(marked?.withdrawnAt).toBe(now)
  const again = marked && mergeFound(marked, { ...second, isWithdrawn: true, updatedAt: now + 1 }, now + 1)?.after
  expect(again?.withdrawnAt).toBe(now)
  expect(again && mergeFound(again, { ...second, version: 3, updatedAt: now + 2 }, now)?.after.withdrawnAt).toBeNull()
})

test('an old paper of which arXiv tells anew is not new', () => {
  expect(mergeFound(null, { ...found, publishedAt: Date.UTC(2025, 5, 1) }, now)).toBeNull()
  expect(mergeFound(null, { ...found, isWithdrawn: true }, now)).toBeNull()
  expect(mergeFound(null, { ...found, announcedDay: undefined, publishedAt: 0 }, now)?.after.announcedDay).toBeNull()
})

test('an imported paper gains categories and note, and keeps what its row knows of authors', () => {
  const authors = [{ name: 'Mira Sol', user: 'mira' }, { name: 'I. Noor' }]
  const imported = { ...added(found), version: null, updatedAt: null, announcedDay: null, categories: [], note: null }
  const merged = mergeFound({ ...imported, authors }, found, now)
  expect(merged).toMatchObject({ after: { authors, categories: found.categories, note: '8 pages', version: 1 } })
  expect(merged?.after.announcedDay).toBe('2026-06-02')
  expect(merged?.revision).toBeNull()
  const revised = mergeFound({ ...imported, authors }, second, now)
  expect(revised?.after.authors).toEqual([{ name: 'Mira Sol', user: 'mira' }, { name: 'Ida Noor' }])
  expect(revised?.revision?.before).toEqual({ authors: ['Mira Sol', 'I. Noor'] })
})

test('a sample paper gains what it lacks and stays out of the pool', () => {
  const sample = { ...added(found), isSample: true, announcedDay: null, version: null, categories: [] }
  expect(mergeFound(sample, found, now)?.after).toMatchObject({ announcedDay: null, categories: found.categories })
})

test('a version that was corrected twice tells of what stood before the first time', () => {
  expect(
    joinRevisions(
      { version: 2, changed: ['title'], before: { title: 'A' } },
      { version: 2, changed: ['title', 'abstract'], before: { title: 'B', abstract: 'x' } },
    ),
  ).toEqual({ version: 2, changed: ['title', 'abstract'], before: { title: 'A', abstract: 'x' } })
})

test('what somebody typed gives way to what the source says; what they linked stays', () => {
  const typed: Findable = {
    ...added({ ...found, source: 'page', title: 'Heet', version: null, doi: null, announcedDay: undefined }),
    codeUrl: 'https://github.com/mira/other',
  }
  expect(mergeFound(typed, found, now)).toEqual({
    after: { ...added(found), codeUrl: 'https://github.com/mira/other' },
    revision: null,
  })
})
