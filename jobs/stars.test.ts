import { beforeAll, expect, test } from 'vitest'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { getPaper } from '@/db/papers'
import { upsertFound } from '@/db/pool'
import { createUser } from '@/db/users'
import { castVote } from '@/db/votes'
import { refreshStars } from '@/jobs/stars'
import { authorityOf } from '@/lib/authority'
import { Outside } from '@/outside/polite'

const now = Date.UTC(2026, 5, 4, 9)
const week = 7 * 86_400_000
const signal = new AbortController().signal

function paper(id: string, code: string) {
  const text = {
    title: id,
    abstract: `Code: ${code}`,
    note: null,
    doi: null,
    sourceUrl: null,
    announcedDay: '2026-06-04',
  }
  const facts = { authors: [{ name: 'Mira Sol' }], categories: [], publishedAt: now, updatedAt: null, version: 1 }
  return { id, source: 'arxiv' as const, isWithdrawn: false, ...text, ...facts }
}

beforeAll(async () => {
  const made = await createUser({ name: 'Mira' }, now)
  if (!made.ok) throw new Error(made.error)
  const listed = [
    paper('2606.00001', 'https://github.com/mira/heat'),
    paper('2606.00002', 'https://github.com/mira/gone'),
    paper('2606.00003', 'https://gitlab.com/mira/heat'),
  ]
  await upsertFound([...listed, paper('2606.00004', 'https://github.com/mira/waits')], now)
  for (const { id } of listed) await castVote(authorityOf(made.viewer).userId, id, now)
})

test('what was counted before a fault stays, and the next run goes on with the rest', async () => {
  const fault = async (repository: string) => {
    if (repository === 'mira/gone') throw new Error('timeout')
    return 3
  }
  await expect(refreshStars({ fetchStars: fault, now, signal })).rejects.toThrow('timeout')
  expect((await getPaper('2606.00001'))?.codeStars).toBe(3)
  const asked: string[] = []
  await refreshStars({ fetchStars: async (repository) => asked.push(repository), now, signal })
  expect(asked).toEqual(['mira/gone'])
})

test('stars of listed papers are counted once a week, and the last number of what is gone stays', async () => {
  const asked: string[] = []
  const fetchStars = async (repository: string) => {
    asked.push(repository)
    return repository === 'mira/heat' ? 12 : null
  }
  expect(await refreshStars({ fetchStars, now: now + week, signal })).toBe('0 repositories counted')
  const before = await lastJournalId()
  expect(await refreshStars({ fetchStars, now: now + week + 1, signal })).toBe('2 repositories counted')
  expect(asked.sort()).toEqual(['mira/gone', 'mira/heat'])
  expect(await getPaper('2606.00001')).toMatchObject({ codeStars: 12 })
  expect(await getPaper('2606.00002')).toMatchObject({ codeStars: 1 })
  expect(await listJournalSince(before, 10)).toMatchObject([{ kind: 'revised', paperId: '2606.00001' }])
})

test('a repository that cannot be read does not stop the others, and is asked for again in a week', async () => {
  const later = now + 3 * week
  const asked: string[] = []
  const fetchStars = async (repository: string) => {
    asked.push(repository)
    if (repository === 'mira/heat') throw new Outside('broken', 'GitHub')
    return 15
  }
  const counted = await refreshStars({ fetchStars, now: later, signal })
  expect(counted).toBe('1 repository counted, 1 could not be read')
  expect(await getPaper('2606.00001')).toMatchObject({ codeStars: 12 })
  expect(await getPaper('2606.00002')).toMatchObject({ codeStars: 15 })
  expect(await refreshStars({ fetchStars, now: later + week, signal })).toBe('0 repositories counted')
  expect(asked).toEqual(['mira/heat', 'mira/gone'])
})

test('when none can be read the run fails, and all of them are still due', async () => {
  const later = now + 5 * week
  const fetchStars = async () => {
    throw new Outside('broken', 'GitHub')
  }
  await expect(refreshStars({ fetchStars, now: later, signal })).rejects.toMatchObject({ kind: 'broken' })
  expect(await refreshStars({ fetchStars: async () => 15, now: later, signal })).toBe('2 repositories counted')
})
