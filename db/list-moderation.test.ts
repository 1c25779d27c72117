import { beforeAll, expect, test } from 'vitest'
import { deletePerson } from '@/db/departures'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { changeList, createList, deleteList, getList, type ListChange, listLists, listPublicLists } from '@/db/lists'
import { closeList, listModerationLog, reopenList } from '@/db/moderation'
import type { Role } from '@/db/types'
import { createUser } from '@/db/users'
import { authorityOf, type ModeratorId, type UserId } from '@/lib/authority'

const now = Date.UTC(2026, 5, 2, 9, 20)
let mira: UserId
let tove: UserId
let vera: ModeratorId

beforeAll(async () => {
  mira = (await join('Mira')).userId
  tove = (await join('Tove')).userId
  const { moderatorId } = await join('Vera', 'moderator')
  if (!moderatorId) throw new Error('Vera is no moderator.')
  vera = moderatorId
})

test('a list that a moderator made private is its owner’s and the moderators’ to see, with the reason', async () => {
  const id = await share(mira, 'Buy now')
  expect(await closeList(vera, id, 'An advertisement.', now)).toEqual({ ok: true })
  expect(await getList(id, mira)).toMatchObject({ isOwn: true, isPublic: false, closedReason: 'An advertisement.' })
  expect((await listLists(mira)).find((list) => list.id === id)).toMatchObject({ closedReason: 'An advertisement.' })
  expect(await getList(id, tove)).toBeNull()
  expect(await getList(id, null)).toBeNull()
  expect(await getList(id, vera, true)).toMatchObject({ isOwn: false, isPublic: false, unread: null })
})

test('its owner makes it public again once a moderator allows it, and only its owner', async () => {
  const id = await share(mira, 'Heat')
  await closeList(vera, id, 'Not heat.', now)
  const asked: ListChange = { name: 'Cold', isPublic: true }
  expect(await changeList(mira, id, asked, now)).toEqual({ ok: false, error: 'closed by a moderator' })
  expect(await getList(id, mira)).toMatchObject({ name: 'Heat', isPublic: false })
  expect(await changeList(mira, id, { name: 'Cold', isPublic: false }, now)).toEqual({ ok: true })
  expect(await reopenList(vera, id, now)).toEqual({ ok: true })
  expect(await getList(id, mira)).toMatchObject({ isPublic: false, closedReason: null })
  expect(await getList(id, vera, true)).toBeNull()
  expect(await changeList(mira, id, { isPublic: true }, now)).toEqual({ ok: true })
  expect(await getList(id, null)).toMatchObject({ name: 'Cold' })
})

test('a list that its owner keeps private is nobody’s to moderate', async () => {
  const made = await createList(mira, { name: 'Hers' }, now)
  const id = made.ok ? made.id : ''
  for (const act of [
    closeList(vera, id, 'Spam.', now),
    reopenList(vera, id, now),
    closeList(vera, 'none', 'Spam.', now),
  ])
    expect(await act).toEqual({ ok: false, error: 'no such list' })
  expect(await getList(id, vera, true)).toBeNull()
})

test('the log says whose list it was and why, not its name, and what still stands', async () => {
  const id = await share(tove, 'Buy now')
  await closeList(vera, id, 'An advertisement.', now + 1)
  await closeList(vera, id, 'Once more.', now + 2)
  const read = async () =>
    (await listModerationLog({ before: null, limit: 2 })).lines.filter(({ list }) => list?.id === id)
  const closed = { kind: 'closed', by: 'Vera', list: { id, owner: 'Tove' }, reason: 'An advertisement.' }
  expect(await read()).toMatchObject([{ ...closed, stands: true }])
  expect(JSON.stringify(await read())).not.toContain('Buy now')
  await reopenList(vera, id, now + 3)
  await reopenList(vera, id, now + 4)
  expect(await read()).toMatchObject([
    { kind: 'reopened', by: 'Vera', list: { id, owner: 'Tove' }, reason: null, stands: false },
    { ...closed, stands: false },
  ])
  await deletePerson(tove, now)
  expect(await read()).toMatchObject([{ list: { owner: null } }, { list: { owner: null } }])
})

test('a person’s public lists are named, the latest changed first, and the page that names them is made anew', async () => {
  const rohit = (await join('Rohit')).userId
  const old = await share(rohit, 'Old')
  const fresh = await share(rohit, 'Fresh', now + 1)
  await createList(rohit, { name: 'Hers' }, now)
  expect(await listPublicLists(rohit)).toMatchObject([
    { id: fresh, name: 'Fresh', about: '', papers: 0 },
    { id: old, name: 'Old' },
  ])
  expect(await told(() => changeList(rohit, old, { isPublic: false }, now))).toEqual(['list'])
  expect(await told(() => changeList(rohit, old, { name: 'Older' }, now))).toEqual([])
  expect(await told(() => deleteList(rohit, old, now))).toEqual([])
  expect(await told(() => changeList(rohit, fresh, { name: 'Fresher' }, now))).toEqual(['list'])
  expect(await told(() => deleteList(rohit, fresh, now))).toEqual(['list'])
  expect(await listPublicLists(rohit)).toEqual([])
})

/** The kinds of rows that something adds to the journal. */
async function told(act: () => Promise<unknown>): Promise<string[]> {
  const before = await lastJournalId()
  await act()
  return (await listJournalSince(before, 9)).map(({ kind }) => kind)
}

async function share(owner: UserId, name: string, at = now): Promise<string> {
  const made = await createList(owner, { name, isPublic: true }, at)
  if (!made.ok) throw new Error(made.error)
  return made.id
}

async function join(name: string, role: Role = 'member') {
  const made = await createUser({ name, role }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer)
}
