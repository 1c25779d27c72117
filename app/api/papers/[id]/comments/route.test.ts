import { beforeAll, expect, test, vi } from 'vitest'
import { POST as preview } from '@/app/api/comments/preview/route'
import { PUT as hide, DELETE as unhide } from '@/app/api/moderation/comments/[commentId]/route'
import { DELETE as relist, PUT as unlist } from '@/app/api/moderation/papers/[id]/route'
import { POST as reply } from '@/app/api/papers/[id]/comment/[commentId]/reply/route'
import { PATCH as edit, DELETE as remove } from '@/app/api/papers/[id]/comment/[commentId]/route'
import { POST as comment } from '@/app/api/papers/[id]/comment/route'
import { GET as listComments } from '@/app/api/papers/[id]/comments/route'
import { checkCounters } from '@/db/check'
import { importRows } from '@/db/import'
import { getPaper } from '@/db/papers'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const paper = 'cs/9809007'
const tokens = { mira: '', tove: '', ravi: '' }

type Handler = typeof comment
type Asked = { as?: keyof typeof tokens; params?: Record<string, string>; body?: unknown; method?: string }

/** Old ids travel as one segment with ~ (next.config.js). */
async function ask(handler: Handler, { as, params = {}, body, method = 'POST' }: Asked = {}) {
  const response = await handler(
    new Request(`${env.SITE_URL}/api/x`, {
      method,
      headers: {
        'x-client-address': '192.0.2.1',
        'content-type': 'application/json',
        ...(as && { authorization: `Bearer ${tokens[as]}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    }),
    { params: Promise.resolve({ id: 'cs~9809007', ...params }) },
  )
  return { status: response.status, body: await response.json(), headers: response.headers }
}

const read = async () => (await ask(listComments, { method: 'GET' })).body
const write = (as: keyof typeof tokens, text: string) => ask(comment, { as, body: { comment: text } })

beforeAll(async () => {
  const facts = { id: paper, title: 'Old', authors: [{ name: 'Ida' }], publishedAt: '1998-09-04', upvotes: 2 }
  const row = readRow({ day: '2026-06-02', numComments: 4, paper: facts })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], Date.now())
  for (const name of ['mira', 'tove', 'ravi'] as const) {
    const made = await createUser({ name, role: name === 'ravi' ? 'moderator' : 'member' }, Date.now())
    if (!made.ok) throw new Error(made.error)
    const { userId } = authorityOf(made.viewer)
    tokens[name] = (await createToken(userId, { label: 'test', scope: 'write' }, Date.now())).token
  }
})

test('a comment is answered with 201 and itself, and is in the list, whose total holds the carried-over ones', async () => {
  const { status, body } = await write('mira', 'Is it *tight*? $x^2$')
  expect(status).toBe(201)
  expect(body).toMatchObject({
    paperId: paper,
    parentId: null,
    author: { name: 'mira', fullName: null },
    body: 'Is it *tight*? $x^2$',
    html: expect.stringContaining('<em>tight</em>'),
    state: 'shown',
  })
  const list = await read()
  expect(list).toMatchObject({ total: 5, carriedOver: 4 })
  expect(list.comments).toContainEqual(body)
})

test('a script in a comment is words', async () => {
  const { body } = await write(
    'mira',
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1))',
  )
  expect(body.html).not.toMatch(/<script|<img|href="javascript/i)
  expect(body.html).toContain('alert(1)')
})

test('an answer names what it answers; one to nothing is a 404', async () => {
  const { body: root } = await write('mira', 'A question')
  const params = { commentId: root.id }
  const answer = await ask(reply, { as: 'tove', params, body: { comment: 'An answer' } })
  expect(answer.status).toBe(201)
  expect(answer.body.parentId).toBe(root.id)
  const lost = await ask(reply, { as: 'tove', params: { commentId: 'nothing' }, body: { comment: 'x' } })
  expect([lost.status, lost.headers.get('x-error-message')]).toEqual([404, 'There is no such comment here.'])
  await ask(remove, { as: 'mira', params, method: 'DELETE' })
  const late = await ask(reply, { as: 'tove', params, body: { comment: 'Too late' } })
  expect([late.status, late.body.error]).toEqual([409, 'Its author has deleted that comment.'])
  expect((await read()).comments.find(({ id }: { id: string }) => id === root.id)).toMatchObject({
    state: 'deleted',
    body: '',
    html: '',
  })
})

test('nobody writes unseen, too much or nothing, or under a paper that is not there', async () => {
  expect((await ask(comment, { body: { comment: 'x' } })).status).toBe(401)
  for (const text of ['', ' \n', 'x'.repeat(65_537), undefined, 7]) {
    const { status, body } = await ask(comment, { as: 'mira', body: { comment: text } })
    expect([status, Object.keys(body.fields)]).toEqual([400, ['comment']])
  }
  expect((await write('mira', 'x'.repeat(65_536))).status).toBe(201)
  const unseen = await write('mira', '[a]: https://example.org')
  expect([unseen.status, unseen.body.error]).toEqual([400, expect.stringContaining('Write something')])
  const elsewhere = { id: '2612.12345' }
  expect((await ask(comment, { as: 'mira', params: elsewhere, body: { comment: 'x' } })).status).toBe(404)
  expect((await ask(listComments, { method: 'GET', params: elsewhere })).status).toBe(404)
})

test('its author alone edits and deletes', async () => {
  const { body: mine } = await write('mira', 'Tpyo')
  const params = { commentId: mine.id }
  const theirs = await ask(edit, { as: 'tove', params, method: 'PATCH', body: { comment: 'Mine' } })
  expect([theirs.status, theirs.body.error]).toEqual([403, 'Only its author may change a comment.'])
  const edited = await ask(edit, { as: 'mira', params, method: 'PATCH', body: { comment: 'Typo' } })
  expect([edited.status, edited.body.body, edited.body.editedAt]).toEqual([200, 'Typo', expect.any(Number)])
  expect((await ask(remove, { as: 'ravi', params, method: 'DELETE' })).status).toBe(403)
  expect((await ask(remove, { as: 'mira', params, method: 'DELETE' })).body.state).toBe('deleted')
})

test('a moderator hides a comment for a reason, which everybody reads, and shows it again', async () => {
  const { body: spam } = await write('tove', 'Buy my course')
  const params = { commentId: spam.id }
  const reason = { reason: 'an advertisement' }
  expect((await ask(hide, { as: 'mira', params, method: 'PUT', body: reason })).status).toBe(403)
  expect((await ask(hide, { as: 'ravi', params, method: 'PUT', body: { reason: '' } })).status).toBe(400)
  expect((await ask(hide, { as: 'ravi', params, method: 'PUT', body: reason })).status).toBe(200)
  const text = JSON.stringify(await read())
  expect(text).toContain('an advertisement')
  expect(text).not.toContain('Buy my course')
  await ask(unhide, { as: 'ravi', params, method: 'DELETE' })
  expect(JSON.stringify(await read())).toContain('Buy my course')
  expect((await ask(hide, { as: 'ravi', params: { commentId: 'x' }, method: 'PUT', body: reason })).status).toBe(404)
})

test('a moderator takes a paper off its day and puts it back', async () => {
  const off = { as: 'ravi', method: 'PUT', body: { reason: 'listed twice' } } as const
  expect((await ask(unlist, { ...off, as: 'tove' })).status).toBe(403)
  expect((await ask(unlist, off)).status).toBe(200)
  expect((await getPaper(paper))?.listing).toBeNull()
  expect((await ask(unlist, off)).status).toBe(409)
  expect((await ask(relist, { as: 'ravi', method: 'DELETE' })).status).toBe(200)
  expect((await getPaper(paper))?.listing?.day).toBe('2026-06-02')
  expect((await ask(unlist, { ...off, params: { id: '2612.12345' } })).status).toBe(404)
})

test('a preview keeps nothing', async () => {
  const before = (await read()).comments.length
  const seen = await ask(preview, { as: 'mira', body: { comment: '**bold**' } })
  expect(seen.body).toEqual({ html: '<p><strong>bold</strong></p>' })
  expect((await ask(preview, { body: { comment: '**bold**' } })).status).toBe(401)
  expect((await read()).comments).toHaveLength(before)
  expect(await checkCounters()).toEqual([])
})
