import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { checkCounters } from '@/db/check'
import { db, write } from '@/db/client'
import {
  deleteComment,
  editComment,
  listComments,
  listCommentsOf,
  listNewestComments,
  writeComment,
} from '@/db/comments'
import { importRows } from '@/db/import'
import { listJournalSince } from '@/db/journal'
import { hideComment, listModerationLog, unhideComment } from '@/db/moderation'
import { papers } from '@/db/schema'
import { createUser } from '@/db/users'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

const at = Date.UTC(2026, 5, 3, 9)
const paperId = '2606.00001'
let mira: UserId
let tove: UserId
let ravi: ReturnType<typeof authorityOf>['moderatorId']

const text = (body: string) => ({ body, html: `<p>${body}</p>` })
const say = async (
  userId: UserId,
  body: string,
  { parentId = null as string | null, now = at, paper = paperId } = {},
) => {
  const written = await writeComment(userId, { paperId: paper, parentId, ...text(body) }, now)
  if (!written.ok) throw new Error(written.error)
  return written.comment
}
const totalOf = async (id = paperId) =>
  (await db.select({ n: papers.comments }).from(papers).where(eq(papers.id, id)))[0]?.n
const read = async (id: string) => (await listComments(paperId)).find((comment) => comment.id === id)
const lastOf = async () => (await listJournalSince(0, 10_000)).at(-1)

async function person(name: string, fullName: string | null = null) {
  const made = await createUser({ name, fullName }, at)
  if (!made.ok) throw new Error(made.error)
  return made.viewer
}

function moderator() {
  if (!ravi) throw new Error('Ravi is a moderator.')
  return ravi
}

beforeAll(async () => {
  const rows = [paperId, '2606.00002'].map((id) => {
    const paper = { id, title: `On ${id}`, authors: [{ name: 'Ida Noor' }], publishedAt: '2026-05-30', upvotes: 1 }
    const read = readRow({ day: '2026-06-02', numComments: 3, paper })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  })
  await importRows(rows, at)
  mira = authorityOf(await person('mira', 'Mira Holm')).userId
  tove = authorityOf(await person('tove')).userId
  ravi = authorityOf({ ...(await person('ravi')), role: 'moderator' }).moderatorId
})

test('a comment counts, is in the journal with its day, and is read with who wrote it', async () => {
  const before = await totalOf()
  const comment = await say(mira, 'Is Figure 3 the simple noise scale?')
  expect(comment).toMatchObject({
    paperId,
    parentId: null,
    author: { name: 'mira', fullName: 'Mira Holm' },
    body: 'Is Figure 3 the simple noise scale?',
    state: 'shown',
    createdAt: at,
    editedAt: null,
  })
  expect(await totalOf()).toBe((before ?? 0) + 1)
  expect(await lastOf()).toMatchObject({
    kind: 'comment',
    paperId,
    day: '2026-06-02',
    userId: mira,
    data: { comment: comment.id, act: 'wrote' },
  })
  expect(await read(comment.id)).toEqual(comment)
})

test('an answer stands under a comment of the same paper that can be read', async () => {
  const root = await say(mira, 'Root')
  const answer = await say(tove, 'Answer', { parentId: root.id })
  expect(answer.parentId).toBe(root.id)
  const elsewhere = { paperId: '2606.00002', parentId: root.id, ...text('x') }
  expect(await writeComment(tove, elsewhere, at)).toEqual({ ok: false, error: 'no such comment' })
  const nowhere = { paperId: '2699.00001', parentId: null, ...text('x') }
  expect(await writeComment(tove, nowhere, at)).toEqual({ ok: false, error: 'no such paper' })

  await deleteComment(mira, { paperId, commentId: root.id }, at)
  const late = await writeComment(tove, { paperId, parentId: root.id, ...text('x') }, at)
  expect(late).toEqual({ ok: false, error: 'deleted' })
  await hideComment(moderator(), answer.id, 'off topic', at)
  const later = await writeComment(mira, { paperId, parentId: answer.id, ...text('x') }, at)
  expect(later).toEqual({ ok: false, error: 'hidden' })
})

test('only its author changes a comment, and the change is marked', async () => {
  const comment = await say(mira, 'Tpyo')
  const which = { paperId, commentId: comment.id }
  expect(await editComment(tove, which, text('Mine now'), at)).toEqual({ ok: false, error: 'not yours' })
  const other = { paperId: '2606.00002', commentId: comment.id }
  expect(await editComment(mira, other, text('Typo'), at)).toEqual({ ok: false, error: 'no such comment' })
  const edited = await editComment(mira, which, text('Typo'), at + 1000)
  expect(edited).toMatchObject({ ok: true, comment: { body: 'Typo', html: '<p>Typo</p>', editedAt: at + 1000 } })
  expect(await lastOf()).toMatchObject({ data: { act: 'edited' } })
  const again = await editComment(mira, which, text('Typo'), at + 9000)
  expect(again).toMatchObject({ ok: true, comment: { editedAt: at + 1000 } })
  await hideComment(moderator(), comment.id, 'off topic', at)
  expect(await editComment(mira, which, text('Back'), at)).toEqual({ ok: false, error: 'hidden' })
})

test('a deleted comment is empty, not counted, and deleted once', async () => {
  const before = await totalOf()
  const comment = await say(mira, 'Too soon')
  const which = { paperId, commentId: comment.id }
  expect(await deleteComment(tove, which, at)).toEqual({ ok: false, error: 'not yours' })
  const emptied = { ok: true, comment: { state: 'deleted', body: '', html: '' } }
  expect(await deleteComment(mira, which, at)).toMatchObject(emptied)
  expect(await deleteComment(mira, which, at)).toMatchObject(emptied)
  expect(await totalOf()).toBe(before)
  expect(await editComment(mira, which, text('Again'), at)).toEqual({ ok: false, error: 'deleted' })
  const raw = await db.all<{ body: string }>(sql`select body || html as body from comments where id = ${comment.id}`)
  expect(raw).toEqual([{ body: '' }])
})

test('hidden and shown again, however often and in whatever order with deleting, the total is right', async () => {
  const before = await totalOf()
  const comment = await say(tove, 'Buy my course')
  const which = { paperId, commentId: comment.id }
  const hidden = await hideComment(moderator(), comment.id, 'an advertisement', at)
  expect(hidden).toMatchObject({
    ok: true,
    comment: { state: 'hidden', body: '', html: '', hiddenReason: 'an advertisement' },
  })
  await hideComment(moderator(), comment.id, 'something else', at)
  expect((await read(comment.id))?.hiddenReason).toBe('an advertisement')
  expect(await totalOf()).toBe(before)
  await unhideComment(moderator(), comment.id, at)
  await unhideComment(moderator(), comment.id, at)
  expect(await totalOf()).toBe((before ?? 0) + 1)
  expect((await read(comment.id))?.body).toBe('Buy my course')
  await hideComment(moderator(), comment.id, 'an advertisement', at)
  await deleteComment(tove, which, at)
  await unhideComment(moderator(), comment.id, at)
  expect(await totalOf()).toBe(before)
  expect(await hideComment(moderator(), 'nothing', 'x', at)).toEqual({ ok: false, error: 'no such comment' })
  expect(await checkCounters()).toEqual([])
})

test('twenty at once lose nothing', async () => {
  const before = await totalOf()
  await Promise.all(Array.from({ length: 20 }, (_, i) => say(i % 2 ? mira : tove, `At once ${i}`)))
  expect(await totalOf()).toBe((before ?? 0) + 20)
  expect(await checkCounters()).toEqual([])
})

test('a write that fails half way leaves nothing behind', async () => {
  const before = { total: await totalOf(), comments: (await listComments(paperId)).length, last: await lastOf() }
  await write((tx) =>
    tx.run(sql`create trigger no_more before insert on journal begin select raise(abort, 'full'); end`),
  )
  await expect(say(mira, 'Half')).rejects.toThrow()
  await write((tx) => tx.run(sql`drop trigger no_more`))
  expect({ total: await totalOf(), comments: (await listComments(paperId)).length, last: await lastOf() }).toEqual(
    before,
  )
})

test('under a paper: oldest first, with those that keep only their place', async () => {
  const all = await listComments(paperId)
  expect(all.map(({ createdAt }) => createdAt)).toEqual(all.map(({ createdAt }) => createdAt).sort((a, b) => a - b))
  expect(all.filter(({ state }) => state !== 'shown').every(({ body, html }) => body === '' && html === '')).toBe(true)
  expect(all.some(({ state }) => state === 'deleted')).toBe(true)
})

test('the newest follow each other from page to page, none twice, those of one moment included', async () => {
  const first = await say(mira, 'A question', { now: at + 5000, paper: '2606.00002' })
  await say(tove, 'An answer', { parentId: first.id, now: at + 6000, paper: '2606.00002' })
  const seen: string[] = []
  let before = null
  do {
    const page: Awaited<ReturnType<typeof listNewestComments>> = await listNewestComments({ before, limit: 4 })
    seen.push(...page.comments.map(({ id }) => id))
    expect(page.comments.length).toBeLessThanOrEqual(4)
    before = page.next
  } while (before)
  const readable = (await Promise.all([paperId, '2606.00002'].map(listComments)))
    .flat()
    .filter(({ state }) => state === 'shown')
  expect(new Set(seen).size).toBe(seen.length)
  expect([...seen].sort()).toEqual(readable.map(({ id }) => id).sort())
  const [newest] = (await listNewestComments({ before: null, limit: 1 })).comments
  expect(newest).toMatchObject({ body: 'An answer', paperTitle: 'On 2606.00002', replyTo: 'Mira Holm' })
})

test('a person’s comments: theirs, readable, newest first', async () => {
  const list = await listCommentsOf(tove, { limit: 3 })
  expect(list).toHaveLength(3)
  expect(list[0]?.body).toBe('An answer')
  expect(list.every(({ author, state }) => author?.name === 'tove' && state === 'shown')).toBe(true)
  const rest = await listCommentsOf(tove, { offset: 1, limit: 2 })
  expect(rest).toEqual(list.slice(1))
})

test('the log tells who did what, why and when, newest first, page after page', async () => {
  const comment = await say(tove, 'Again: my course')
  await hideComment(moderator(), comment.id, 'the same advertisement', at + 7000)
  await unhideComment(moderator(), comment.id, at + 8000)
  const { lines, next } = await listModerationLog({ before: null, limit: 2 })
  expect(lines).toMatchObject([
    { kind: 'unhidden', by: 'ravi', at: at + 8000, reason: null },
    {
      kind: 'hidden',
      by: 'ravi',
      reason: 'the same advertisement',
      paper: { id: paperId, title: `On ${paperId}` },
      comment: { id: comment.id, author: 'tove' },
    },
  ])
  expect(next).toBe(lines[1]?.id)
  const rest = await listModerationLog({ before: next, limit: 100 })
  expect(rest.next).toBeNull()
  expect(rest.lines.every(({ id }) => id < (next ?? 0))).toBe(true)
})
