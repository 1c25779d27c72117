import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { deletePerson, exportPerson } from '@/db/departures'
import { importRows } from '@/db/import'
import { movePaper } from '@/db/list-order'
import {
  createListWith,
  dropPaper,
  listPapersOf,
  listSaved,
  listsHolding,
  markRead,
  notePaper,
  savePaper,
} from '@/db/list-papers'
import { changeList, createList, deleteList, getList, listLists } from '@/db/lists'
import { listPapers } from '@/db/schema'
import { createUser } from '@/db/users'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'
import { mostListPapers, mostLists } from '@/lib/list-bounds'
import type { Place } from '@/lib/list-schema'

const now = Date.UTC(2026, 5, 2, 9, 20)
const [one, two, three, four] = ['2606.00001', '2606.00002', '2606.00003', '2606.00004']
let mira: UserId
let tove: UserId

beforeAll(async () => {
  mira = await join('Mira')
  tove = await join('Tove')
  await importRows([one, two, three, four].map(row), now)
})

test('the first saved paper makes the list it goes to; saving again changes nothing', async () => {
  const saved = await savePaper(mira, { listId: 'default', paperId: one }, now)
  expect(saved).toMatchObject({ ok: true, list: { name: 'To read' }, saved: true, changed: true })
  expect(await savePaper(mira, { listId: 'default', paperId: one }, now)).toMatchObject({ changed: false })
  expect(await listLists(mira)).toMatchObject([
    { name: 'To read', isDefault: true, isPublic: false, papers: 1, unread: 1 },
  ])
  expect(await listSaved(mira, [one, two])).toEqual([one])
  expect(await listSaved(tove, [one])).toEqual([])
  expect(await dropPaper(mira, { listId: 'default', paperId: one }, now)).toMatchObject({ saved: false, changed: true })
  expect(await dropPaper(mira, { listId: 'default', paperId: one }, now)).toMatchObject({
    saved: false,
    changed: false,
  })
  expect(await savePaper(mira, { listId: 'default', paperId: '2606.99999' }, now)).toEqual({
    ok: false,
    error: 'no such paper',
  })
})

test('a list is made with its first paper, or not at all', async () => {
  const lena = await join('Lena')
  expect(await createListWith(lena, { name: 'New' }, '2606.99999', now)).toEqual({ ok: false, error: 'no such paper' })
  expect(await listLists(lena)).toEqual([])
  expect(await createListWith(lena, { name: 'New' }, one, now)).toMatchObject({ ok: true })
  expect(await listLists(lena)).toMatchObject([{ name: 'New', papers: 1, isDefault: true }])
  expect(await listSaved(lena, [one, two])).toEqual([one])
})

test('ten browsers that save at once make one list', async () => {
  const ines = await join('Ines')
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      savePaper(ines, { listId: 'default', paperId: [one, two, three, four][i % 4] ?? one }, now),
    ),
  )
  expect(await listLists(ines)).toMatchObject([{ papers: 4 }])
})

test('what is saved comes first, and each move is one place or to an end', async () => {
  const id = await make(mira, 'Ordered')
  for (const paperId of [four, three, two, one]) await savePaper(mira, { listId: id, paperId }, now)
  expect(await order(id)).toEqual([one, two, three, four])
  const move = async (paperId: string, to: Place) => {
    expect(await movePaper(mira, { listId: id, paperId }, to, now)).toEqual({ ok: true })
    return order(id)
  }
  expect(await move(three, 'up')).toEqual([one, three, two, four])
  expect(await move(one, 'down')).toEqual([three, one, two, four])
  expect(await move(four, 'top')).toEqual([four, three, one, two])
  expect(await move(four, 'up')).toEqual([four, three, one, two])
  expect(await move(four, 'bottom')).toEqual([three, one, two, four])
  expect(await move(four, 'down')).toEqual([three, one, two, four])
  expect(await movePaper(tove, { listId: id, paperId: one }, 'top', now)).toEqual({ ok: false, error: 'no such list' })
})

test('a list can be turned over more often than numbers can be halved', async () => {
  const id = await make(mira, 'Worn')
  for (const paperId of [three, two, one]) await savePaper(mira, { listId: id, paperId }, now)
  for (let i = 0; i < 150; i++) {
    const [, second = ''] = await order(id)
    await movePaper(mira, { listId: id, paperId: second }, 'down', now)
  }
  await db.update(listPapers).set({ position: 1 }).where(eq(listPapers.paperId, one))
  await db
    .update(listPapers)
    .set({ position: 1 + Number.EPSILON })
    .where(eq(listPapers.paperId, two))
  await db.update(listPapers).set({ position: 2 }).where(eq(listPapers.paperId, three))
  await movePaper(mira, { listId: id, paperId: three }, 'up', now)
  expect(await order(id)).toEqual([one, three, two])
})

test('moves of two browsers at once lose no paper and end in one order', async () => {
  const id = await make(mira, 'Busy')
  for (const paperId of [four, three, two, one]) await savePaper(mira, { listId: id, paperId }, now)
  await Promise.all([
    movePaper(mira, { listId: id, paperId: four }, 'top', now),
    movePaper(mira, { listId: id, paperId: one }, 'bottom', now),
    dropPaper(mira, { listId: id, paperId: two }, now),
    notePaper(mira, { listId: id, paperId: three }, { note: 'keep', was: '' }),
    markRead(mira, { listId: id, paperId: three }, true, now),
  ])
  expect(await order(id)).toEqual([four, three, one])
  const { papers } = await listPapersOf({ id, isOwn: true }, { page: 1, pageSize: 10 })
  expect(papers.find(({ paper }) => paper.id === three)?.own).toEqual({ note: 'keep', readAt: now })
})

test('a note that was changed meanwhile is not written over', async () => {
  const id = await make(mira, 'Noted')
  await savePaper(mira, { listId: id, paperId: one }, now)
  const which = { listId: id, paperId: one }
  expect(await notePaper(mira, which, { note: 'from the desk', was: '' })).toEqual({ ok: true })
  expect(await notePaper(mira, which, { note: 'from the train', was: '' })).toEqual({
    ok: false,
    error: 'changed meanwhile',
    note: 'from the desk',
  })
  expect(await notePaper(mira, which, { note: 'from the desk', was: '' })).toEqual({ ok: true })
  expect(await notePaper(mira, { ...which, paperId: two }, { note: 'x' })).toEqual({
    ok: false,
    error: 'not on the list',
  })
  expect(await notePaper(tove, which, { note: 'x' })).toEqual({ ok: false, error: 'no such list' })
})

test('a private list is not there for others, and nobody but its owner sees notes', async () => {
  const id = await make(mira, 'Hers')
  await savePaper(mira, { listId: id, paperId: one }, now)
  await notePaper(mira, { listId: id, paperId: one }, { note: 'secret' })
  expect(await getList(id, tove)).toBeNull()
  expect(await getList(id, null)).toBeNull()
  expect(await getList(id, mira)).toMatchObject({ name: 'Hers', isOwn: true, papers: 1, unread: 1 })
  await changeList(mira, id, { isPublic: true }, now)
  expect(await getList(id, null)).toMatchObject({ name: 'Hers', isOwn: false, isDefault: false, unread: null })
  const { papers } = await listPapersOf({ id, isOwn: false }, { page: 1, pageSize: 10 })
  expect(JSON.stringify(papers)).not.toContain('secret')
  for (const act of [changeList(tove, id, { name: 'Mine now' }, now), deleteList(tove, id, now)]) {
    expect(await act).toEqual({ ok: false, error: 'no such list' })
  }
})

test('changes of two browsers to one list both stand', async () => {
  const id = await make(mira, 'Old name')
  await Promise.all([
    changeList(mira, id, { name: 'New name' }, now),
    changeList(mira, id, { about: 'What it is about.' }, now),
    changeList(mira, id, { isDefault: true }, now),
  ])
  expect(await getList(id, mira)).toMatchObject({ name: 'New name', about: 'What it is about.', isDefault: true })
  expect((await listLists(mira)).filter(({ isDefault }) => isDefault)).toHaveLength(1)
})

test('when the list that papers are saved to is deleted, another takes its place', async () => {
  const rohit = await join('Rohit')
  await savePaper(rohit, { listId: 'default', paperId: one }, now)
  const other = await make(rohit, 'Other')
  const [first] = await listLists(rohit)
  await deleteList(rohit, first?.id ?? '', now)
  expect(await savePaper(rohit, { listId: 'default', paperId: two }, now)).toMatchObject({ list: { id: other } })
  expect(await listsHolding(rohit, two)).toEqual([other])
})

test('there are bounds to lists and to papers on them', async () => {
  const pilar = await join('Pilar')
  const id = await make(pilar, 'Full')
  for (let n = 1; n < mostLists; n++) await make(pilar, `List ${n}`)
  expect(await createList(pilar, { name: 'One more' }, now)).toEqual({ ok: false, error: 'too many lists' })
  const many = Array.from({ length: mostListPapers }, (_, i) => `2607.${String(i).padStart(5, '0')}`)
  await importRows(many.map(row), now)
  await db.insert(listPapers).values(many.map((paperId, i) => ({ listId: id, paperId, position: i, addedAt: now })))
  expect(await savePaper(pilar, { listId: id, paperId: one }, now)).toEqual({ ok: false, error: 'list is full' })
  expect(await savePaper(pilar, { listId: id, paperId: many[0] ?? '' }, now)).toMatchObject({
    ok: true,
    changed: false,
  })
})

test('who leaves takes lists and notes along', async () => {
  const kept = await exportPerson(mira)
  const hers = kept?.lists.find(({ name }) => name === 'Hers')
  expect(hers?.papers).toEqual([{ paper: one, note: 'secret', readAt: null, addedAt: now }])
  expect(await deletePerson(mira, now)).toEqual({ ok: true })
  expect(await listLists(mira)).toEqual([])
  expect(await getList(hers?.id ?? '', null)).toBeNull()
})

async function make(owner: UserId, name: string): Promise<string> {
  const made = await createList(owner, { name }, now)
  if (!made.ok) throw new Error(made.error)
  return made.id
}

async function order(id: string): Promise<string[]> {
  const { papers } = await listPapersOf({ id, isOwn: true }, { page: 1, pageSize: 10 })
  return papers.map(({ paper }) => paper.id)
}

async function join(name: string): Promise<UserId> {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

function row(id: string) {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes: 0 }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
