import { beforeAll, expect, test, vi } from 'vitest'
import { PATCH } from '@/app/api/lists/[listId]/papers/[id]/route'
import { importRows } from '@/db/import'
import { listPapersOf } from '@/db/list-papers'
import { listLists } from '@/db/lists'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf, type UserId } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to sign with'
})

const now = Date.now()
let mira: UserId
let token: string

beforeAll(async () => {
  const paper = { id: '2606.00001', title: 'Heat', authors: [{ name: 'Ida' }], publishedAt: '2026-06-01', upvotes: 0 }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (read.ok) await importRows([read.row], now)
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  mira = authorityOf(made.viewer).userId
  token = (await createToken(mira, { label: 'notebook', scope: 'write' }, now)).token
})

test('a paper is saved with its note in one request', async () => {
  const response = await patch({ saved: true, note: 'Read section 2.', read: true })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ list: { name: 'To read' }, saved: true, changed: true })
  const own = { note: 'Read section 2.', readAt: expect.any(Number) }
  expect(await listPapersIn()).toMatchObject([{ paper: { id: '2606.00001' }, own }])
})

test('a paper that is taken off can be given nothing', async () => {
  const response = await patch({ saved: false, note: 'Gone.' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ fields: { saved: expect.any(String) } })
  expect(await listPapersIn()).toHaveLength(1)
  expect(await (await patch({ saved: false })).json()).toMatchObject({ saved: false, changed: true })
  expect(await listPapersIn()).toEqual([])
})

async function listPapersIn() {
  const [list] = await listLists(mira)
  if (!list) throw new Error('There is no list.')
  return (await listPapersOf({ id: list.id, isOwn: true }, { page: 1, pageSize: 10 })).papers
}

function patch(body: object): Promise<Response> {
  const request = new Request(`${env.SITE_URL}/api/lists/default/papers/2606.00001`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return PATCH(request, { params: Promise.resolve({ listId: 'default', id: '2606.00001' }) })
}
