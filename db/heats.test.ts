import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { ensureHeats } from '@/db/heats'
import { importRows } from '@/db/import'
import { getPaper } from '@/db/papers'
import { facts, papers } from '@/db/schema'
import { env } from '@/env'
import { dayStart } from '@/lib/days'
import { heatOf } from '@/lib/heat'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 2, 9)
const ids = Array.from({ length: 1_100 }, (_, n) => `2606.${String(n).padStart(5, '0')}`)
const right = heatOf([{ hour: dayStart('2026-06-02') / 3_600_000, votes: 5 }], env.HEAT_HALF_LIFE_HOURS)

test('after a change of the half-life all heats are made anew, once', async () => {
  await importRows(ids.map(row), now)
  await ensureHeats()
  expect(await halfLife()).toBe(String(env.HEAT_HALF_LIFE_HOURS))

  await db.update(papers).set({ heat: 1 })
  await ensureHeats()
  expect(await getPaper('2606.00000')).toMatchObject({ heat: 1 })

  await db.update(facts).set({ value: '6' }).where(eq(facts.name, 'half_life'))
  await Promise.all([ensureHeats(), ensureHeats()])
  expect(await db.selectDistinct({ heat: papers.heat }).from(papers)).toEqual([{ heat: right }])
  expect(await halfLife()).toBe(String(env.HEAT_HALF_LIFE_HOURS))
})

async function halfLife() {
  const [fact] = await db.select().from(facts).where(eq(facts.name, 'half_life'))
  return fact?.value
}

function row(id: string) {
  const paper = { id, title: id, authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes: 5 }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}
