import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { deletePerson, exportPerson } from '@/db/departures'
import {
  changeSearch,
  getSavedSearch,
  listHits,
  listSavedSearches,
  removeSearch,
  saveSearch,
  visitSearch,
} from '@/db/saved-searches'
import { papers, savedSearches, searchHits, users } from '@/db/schema'
import { findNews } from '@/db/search-news'
import { createUser } from '@/db/users'
import { authorityOf, type UserId } from '@/lib/authority'
import { mostSavedSearches } from '@/lib/saved-search'

const minute = 60_000
let now = Date.UTC(2026, 5, 4, 9)
let made = 0
let mira: UserId

beforeEach(async () => {
  now += 60 * minute
  for (const table of [papers, users]) await db.delete(table)
  mira = await join('Mira')
})

async function join(name: string): Promise<UserId> {
  const done = await createUser({ name }, now)
  if (!done.ok) throw new Error(done.error)
  return authorityOf(done.viewer).userId
}

async function save(asked: string, name = asked, userId = mira): Promise<string> {
  const kept = await saveSearch(userId, { name, asked }, now)
  if (!kept.ok) throw new Error(kept.error)
  return kept.id
}

/** A paper comes, and the searches are asked. */
async function come(title: string): Promise<string> {
  const id = `2606.${String(++made).padStart(5, '0')}`
  const facts = { abstract: 'We measure.', authors: [{ name: 'Ada Sol' }], authorCount: 1, categories: ['cs.LG'] }
  now += 1
  await db.insert(papers).values({ id, title, ...facts, keywords: [], mediaUrls: [], publishedAt: now, createdAt: now })
  await findNews(now)
  return id
}

test('a search is kept once, in the order of names, and asks for the letter unless told otherwise', async () => {
  const id = await save('q=sorting', 'sorting')
  await save('cat=cs.CL', 'Language')
  expect(await saveSearch(mira, { name: 'again', asked: 'q=sorting' }, now)).toEqual({ ok: true, id, isNew: false })
  expect(await listSavedSearches(mira)).toMatchObject([
    { name: 'Language', asked: 'cat=cs.CL', inLetter: true, hits: 0, fresh: 0 },
    { name: 'sorting', asked: 'q=sorting' },
  ])
})

test('a person keeps so many searches and no more', async () => {
  for (let i = 0; i < mostSavedSearches; i++) await save(`q=word${i}`)
  expect(await saveSearch(mira, { name: 'one more', asked: 'q=more' }, now)).toEqual({
    ok: false,
    error: 'too many searches',
  })
  expect(await db.$count(savedSearches)).toBe(mostSavedSearches)
})

test('what came since the last look is marked, and looking again within minutes is the same look', async () => {
  const id = await save('q=sorting')
  const one = await come('Sorting by Hand')
  expect(await getSavedSearch(mira, id)).toMatchObject({ hits: 1, fresh: 1 })
  const marks = async () => {
    const search = await getSavedSearch(mira, id)
    if (!search) throw new Error('Gone.')
    const { hits } = await listHits(search, { page: 1, pageSize: 10 })
    return hits.map(({ paper, isNew }) => [paper.id, isNew])
  }
  await visitSearch(mira, id, ++now)
  expect(await getSavedSearch(mira, id)).toMatchObject({ fresh: 0 })
  expect(await marks()).toEqual([[one, true]])
  now += 30 * minute
  const two = await come('Sorting by Foot')
  await visitSearch(mira, id, ++now)
  expect(await marks()).toEqual([
    [two, true],
    [one, false],
  ])
})

test('hits come a page at a time', async () => {
  const id = await save('q=sorting')
  for (let i = 0; i < 3; i++) await come(`Sorting ${i}`)
  const found = { id, seenBefore: 0 }
  expect(await listHits(found, { page: 1, pageSize: 2 })).toMatchObject({ hits: { length: 2 }, hasMore: true })
  expect(await listHits(found, { page: 2, pageSize: 2 })).toMatchObject({ hits: { length: 1 }, hasMore: false })
})

test('a new name keeps what came, and another search begins anew', async () => {
  const id = await save('q=sorting')
  await come('Sorting by Hand')
  await changeSearch(mira, id, { name: 'Order', inLetter: false }, ++now)
  expect(await getSavedSearch(mira, id)).toMatchObject({ name: 'Order', inLetter: false, hits: 1, asked: 'q=sorting' })
  await changeSearch(mira, id, { asked: 'q=hand' }, ++now)
  expect(await getSavedSearch(mira, id)).toMatchObject({ name: 'Order', hits: 0, asked: 'q=hand', since: now })
  await save('q=foot')
  expect(await changeSearch(mira, id, { asked: 'q=foot' }, now)).toEqual({ ok: false, error: 'kept already' })
})

test('somebody else neither sees, changes nor removes it', async () => {
  const id = await save('q=sorting')
  const bo = await join('Bo')
  expect(await getSavedSearch(bo, id)).toBeNull()
  expect(await changeSearch(bo, id, { name: 'mine' }, now)).toEqual({ ok: false, error: 'no such search' })
  expect(await removeSearch(bo, id)).toBe(false)
  await visitSearch(bo, id, now + 60 * minute)
  expect(await listSavedSearches(mira)).toMatchObject([{ name: 'q=sorting', seenBefore: now }])
})

test('a search goes with what came for it, and with the person', async () => {
  const id = await save('q=sorting')
  await save('q=hand')
  await come('Sorting by Hand')
  expect(await db.$count(searchHits)).toBe(2)
  expect(await removeSearch(mira, id)).toBe(true)
  expect(await db.$count(searchHits)).toBe(1)
  expect(await exportPerson(mira)).toMatchObject({ searches: [{ name: 'q=hand', search: 'q=hand', inLetter: true }] })
  await deletePerson(mira, now)
  expect(await db.$count(savedSearches)).toBe(0)
  expect(await db.$count(searchHits)).toBe(0)
})
