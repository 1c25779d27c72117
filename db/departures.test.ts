import { beforeAll, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db } from '@/db/client'
import { listComments, writeComment } from '@/db/comments'
import { deletePerson, exportPerson } from '@/db/departures'
import { createConfirmToken, createSignInToken, getEmailOfToken } from '@/db/emails'
import { importRows } from '@/db/import'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { getPaper } from '@/db/papers'
import { papers } from '@/db/schema'
import { chooseForMember, getReaderByEmail } from '@/db/subscriptions'
import { createToken, getTokenViewer } from '@/db/tokens'
import { createUser, getProfile, setRole } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'
import { withDefaults } from '@/lib/subscription-schema'

const now = Date.UTC(2026, 5, 2, 9)
const paper = '2606.00001'
let mira: UserId
let tove: UserId
let token: string

beforeAll(async () => {
  // More than are taken back in one transaction.
  await importRows(
    Array.from({ length: 230 }, (_, n) => row(`2606.${String(n + 1).padStart(5, '0')}`)),
    now,
  )
  mira = await join('Mira', 'mira@example.org')
  tove = await join('Tove', null)
  await setRole(null, 'Tove', 'admin', now)
  token = (await createToken(mira, { label: 'reading list', scope: 'write' }, now)).token
  await db.update(papers).set({ submitterId: mira, submitterName: null })
})

test('Mira takes along all that is kept of her, and no secret', async () => {
  await castVote(mira, paper, now)
  await writeComment(mira, { paperId: paper, parentId: null, body: 'A *fine* result.', html: '<p>A</p>' }, now)
  await chooseForMember(mira, withDefaults({ keywords: ['warmup'] }, 'Europe/Berlin'), now)
  const kept = await exportPerson(mira)
  expect(kept).toMatchObject({
    profile: { name: 'Mira', email: 'mira@example.org', role: 'member', hasPassword: true },
    tokens: [{ label: 'reading list', scope: 'write' }],
    votes: [{ paper, at: now }],
    letter: { email: 'mira@example.org', state: 'active', keywords: ['warmup'], confirmedAt: now },
    comments: [{ paper, body: 'A *fine* result.' }],
    journal: [{ kind: 'person' }, { kind: 'vote' }, { kind: 'comment' }],
  })
  expect(kept?.papers).toHaveLength(230)
  expect(JSON.stringify(kept)).not.toMatch(/argon2id|hash|secret/i)
})

test('Mira leaves: her votes are withdrawn, her words stay without her name, her ways in are gone', async () => {
  for (let n = 1; n <= 230; n++) await castVote(mira, `2606.${String(n).padStart(5, '0')}`, now)
  await castVote(tove, paper, now)
  const letters = [await createSignInToken('mira@example.org', now), await createConfirmToken(mira, 'm@x.org', now)]
  const toTove = await createConfirmToken(tove, 'tove@example.org', now)

  expect(await deletePerson(mira, now)).toEqual({ ok: true })
  expect(await checkCounters()).toEqual([])
  expect(await getPaper(paper)).toMatchObject({ upvotes: 1, comments: 1, submitter: null })
  expect(await getPaper('2606.00230')).toMatchObject({ upvotes: 0, heat: null })
  expect(await listComments(paper)).toMatchObject([{ author: null, body: 'A *fine* result.', state: 'shown' }])
  expect(await getProfile('mira')).toBeNull()
  expect(await getReaderByEmail('mira@example.org')).toBeNull()
  expect(await getTokenViewer(token, now)).toBeNull()
  for (const letter of letters) expect(await getEmailOfToken(letter, now)).toBeNull()
  expect(await getEmailOfToken(toTove, now)).toBe('tove@example.org')
  expect(await deletePerson(mira, now)).toMatchObject({ ok: false })
  expect(await exportPerson(mira)).toBeNull()
})

test('the journal tells of her leaving, and no longer of her', async () => {
  const rows = await listJournalSince(0, 2_000)
  expect(rows.at(-1)).toMatchObject({ id: await lastJournalId(), kind: 'person', userId: null })
  expect(rows.filter(({ kind, data }) => kind === 'vote' && data?.want === 'none')).toHaveLength(230)
  expect(JSON.stringify(rows)).not.toContain('Mira')
  expect(rows.some(({ userId }) => userId === mira)).toBe(false)
  expect(rows.some(({ userId }) => userId === tove)).toBe(true)
})

test('the only admin stays, votes and all', async () => {
  expect(await deletePerson(tove, now)).toEqual({ ok: false, error: expect.stringContaining('only admin') })
  expect(await getPaper(paper)).toMatchObject({ upvotes: 1 })
  await join('Rashid', null)
  await setRole(null, 'Rashid', 'admin', now)
  expect(await deletePerson(tove, now)).toEqual({ ok: true })
})

async function join(name: string, email: string | null): Promise<UserId> {
  const made = await createUser({ name, email, passwordHash: '$argon2id$of-a-test' }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

function row(id: string) {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01' }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
