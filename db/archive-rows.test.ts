import { expect, test } from 'vitest'
import { readArchive } from '@/db/archive-rows'
import { writeComment } from '@/db/comments'
import { importRows } from '@/db/import'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { authorityOf } from '@/lib/authority'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 3, 9)

function row(n: number) {
  const paper = {
    id: `2606.${String(n).padStart(5, '0')}`,
    title: `Paper ${n}`,
    authors: [{ name: 'Ida' }],
    upvotes: 1,
  }
  const read = readRow({ day: '2026-06-02', paper: { ...paper, publishedAt: '2026-05-30' } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

test('who writes meanwhile does not wait, and what they write is in the next archive', async () => {
  await importRows(
    Array.from({ length: 230 }, (_, i) => row(i + 1)),
    now,
  )
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)

  const read = async (meanwhile: () => Promise<void>) =>
    readArchive(async (reader) => {
      expect(reader.isOneInstant).toBe(true)
      const [ids, upvotes]: [string[], number[]] = [[], []]
      let votes = 0
      for await (const step of reader.papers()) {
        if (ids.length === 0) await meanwhile()
        ids.push(...step.papers.map(({ id }) => id))
        upvotes.push(...step.papers.map((paper) => paper.upvotes))
        votes += step.votes.reduce((sum, hour) => sum + hour.votes, 0)
      }
      let comments = 0
      for await (const step of reader.comments()) comments += step.length
      expect(ids).toEqual([...new Set(ids)].sort())
      return { papers: ids.length, upvotes: upvotes.reduce((sum, each) => sum + each, 0), votes, comments }
    })

  const first = await read(async () => {
    expect(await castVote(userId, '2606.00001', now)).toMatchObject({ changed: true })
    expect(await castVote(userId, '2606.00230', now)).toMatchObject({ changed: true })
    await importRows([row(231)], now)
    const written = { paperId: '2606.00002', parentId: null, body: 'Meanwhile.', html: '' }
    expect(await writeComment(userId, written, now)).toMatchObject({ ok: true })
  })
  expect(first).toEqual({ papers: 230, upvotes: 230, votes: 230, comments: 0 })
  expect(await read(async () => {})).toEqual({ papers: 231, upvotes: 233, votes: 233, comments: 1 })
})

test('comments of one moment are all read, each once, however many there are', async () => {
  const made = await createUser({ name: 'Noor' }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  for (let i = 0; i < 205; i++) {
    const at = now + 1_000 + Math.floor(i / 150)
    await writeComment(userId, { paperId: '2606.00003', parentId: null, body: `Comment ${i}`, html: '' }, at)
  }
  const bodies = await readArchive(async (reader) => {
    const read: string[] = []
    for await (const step of reader.comments()) read.push(...step.map(({ body }) => body))
    return read
  })
  expect(bodies).toHaveLength(206)
  expect(new Set(bodies).size).toBe(206)
})
