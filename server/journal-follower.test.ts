import { expect, test } from 'vitest'
import type { JournalRow } from '@/db/types'
import { JournalFollower } from '@/server/journal-follower'

test('starts at the end, then hands every row on once and in order', async () => {
  const { rows, write, follower, seen } = open()
  write(3)
  await follower.start()
  write(1_203)
  for (let pokes = 0; pokes < 5; pokes += 1) follower.poke()
  await follower.stop()
  expect(seen).toEqual(rows.slice(3, 503).map(({ id }) => id))
})

test('a row that is written while another is handed on is not missed', async () => {
  const { write, follower, seen } = open(async () => {
    await sleep(20)
  })
  await follower.start()
  write(1)
  follower.poke()
  await sleep(5)
  write(2)
  follower.poke()
  await sleep(80)
  expect(seen).toEqual([1, 2])
  expect(follower.place).toBe(2)
})

test('more rows than fit in one batch are read on without another word', async () => {
  const { write, follower, seen } = open()
  await follower.start()
  write(1_200)
  follower.poke()
  await sleep(50)
  expect(seen).toHaveLength(1_200)
})

function open(onRows: () => Promise<void> = async () => undefined) {
  const rows: JournalRow[] = []
  const seen: number[] = []
  const follower = new JournalFollower({
    listSince: async (id, limit) => rows.filter((row) => row.id > id).slice(0, limit),
    lastId: async () => rows.length,
    async onRows(batch) {
      await onRows()
      seen.push(...batch.map(({ id }) => id))
    },
  })
  const write = (upTo: number) => {
    while (rows.length < upTo) {
      const id = rows.length + 1
      rows.push({ id, at: id, kind: 'vote', paperId: '2308.10087', day: null, userId: null, data: null })
    }
  }
  return { rows, seen, follower, write }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
