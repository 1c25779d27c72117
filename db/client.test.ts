import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { count } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { databaseFile, db, write } from '@/db/client'
import { append, lastJournalId, watchJournal } from '@/db/journal'
import { migrate } from '@/db/migrate'
import { facts } from '@/db/schema'

const countFacts = async () => (await db.select({ n: count() }).from(facts))[0]?.n ?? 0
const fact = (name: string) => ({ name, value: 'x' })
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('writes that come at once take turns, and none is lost', async () => {
  const before = await countFacts()
  const all = Array.from({ length: 200 }, (_, i) =>
    write(async (tx) => {
      await tx.insert(facts).values(fact(`many-${i}`))
      await wait(i % 3)
    }),
  )
  await Promise.all(all)
  expect(await countFacts()).toBe(before + 200)
})

test('a write that fails leaves nothing, and does not stop the next', async () => {
  const before = await countFacts()
  const failing = write(async (tx) => {
    await tx.insert(facts).values(fact('half'))
    throw new Error('no')
  })
  const next = write((tx) => tx.insert(facts).values(fact('next')))
  await expect(failing).rejects.toThrow('no')
  await next
  expect(await countFacts()).toBe(before + 1)
})

test('while another process writes, ours waits its turn and the loop goes on', async () => {
  const other = createClient({ url: `file:${databaseFile}` })
  const held = await other.transaction('write')
  await held.execute("insert into facts values ('elsewhere', 'x')")
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 10)
  const ours = write((tx) => tx.insert(facts).values(fact('ours')))
  expect(await countFacts()).toBeGreaterThan(0) // reading goes on
  await wait(200)
  await held.commit()
  await ours
  clearInterval(turning)
  other.close()
  expect(turns).toBeGreaterThan(5)
})

test('what another connection writes is noticed', async () => {
  const watching = new AbortController()
  let noticed = 0
  await watchJournal(() => {
    noticed += 1
  }, watching.signal)
  const place = await lastJournalId()
  const row = { at: 1, kind: 'import', paperId: null, day: null, userId: null, data: null } as const
  await write((tx) => append(tx, row))
  await expect.poll(() => noticed).toBeGreaterThan(0)
  expect(await lastJournalId()).toBe(place + 1)
  const soFar = noticed
  await wait(150)
  expect(noticed).toBe(soFar) // and nothing when nothing happened
  watching.abort()
})

test('migrating again changes nothing, and keeps a journal beside the file', async () => {
  await migrate()
  expect(await db.get<{ journal_mode: string }>('pragma journal_mode')).toMatchObject({ journal_mode: 'wal' })
})

test('four processes that start on one new file all find it migrated', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrate-'))
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'deep', 'papers.db')}` }
  const program = "const { migrate } = await import('./db/migrate.ts'); await migrate()"
  const start = () =>
    new Promise<string>((done) => {
      const args = ['--import', 'tsx', '--input-type=module', '-e', program]
      execFile(process.execPath, args, { env }, (error, _out, err) => done(error ? err : 'fine'))
    })
  expect(await Promise.all([start(), start(), start(), start()])).toEqual(Array(4).fill('fine'))
  rmSync(folder, { recursive: true })
})
