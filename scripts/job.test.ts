import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'job-'))
const database = `file:${join(folder, 'papers.db')}`
const longer = { timeout: 120_000 }

afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { code: number; out: string; err: string }

/** @param onSaid called when it says something that is not its result */
function run(args: string[], onSaid: () => void = () => {}): Promise<Ended> {
  return new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: database, GITHUB_TOKEN: '' }
    const command = ['--import', 'tsx', 'scripts/job.ts', ...args]
    const child = execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err })
    })
    child.stderr?.once('data', onSaid)
  })
}

async function ask(statement: string, ...args: (string | number)[]) {
  const client = createClient({ url: database })
  const { rows } = await client.execute({ sql: statement, args })
  client.close()
  return rows
}

test('one run of a job, as of an instant', longer, async () => {
  expect(await run(['clean-up', '--at', '2026-06-02T07:00:00Z'])).toMatchObject({
    code: 0,
    out: 'clean-up: nothing to do\n',
  })
  const [row] = await ask('select holder, started_at, finished_at from jobs where name = ?', 'clean-up')
  expect(row).toMatchObject({ holder: null, started_at: expect.any(Number), finished_at: expect.any(Number) })
})

test('while another process holds the job it is waited for', longer, async () => {
  const hold = 'update jobs set holder = ?, lease_until = ? where name = ?'
  await ask(hold, 'another', Date.now() + 600_000, 'clean-up')
  let freedAt = 0
  const letGo = async () => {
    freedAt = Date.now()
    await ask(hold, 'another', 0, 'clean-up')
  }
  const ended = await run(['clean-up'], () => void letGo())
  expect(ended).toEqual({
    code: 0,
    out: 'clean-up: nothing to do\n',
    err: 'Another process is running clean-up. Waiting for it.\n',
  })
  const [row] = await ask('select started_at from jobs where name = ?', 'clean-up')
  expect(row?.started_at).toBeGreaterThanOrEqual(freedAt)
})

test('what is asked wrongly, or is off, is said so', longer, async () => {
  const asked = [['nothing'], ['clean-up', '--at', 'noon'], ['stars']]
  const ended: Ended[] = []
  for (const args of asked) ended.push(await run(args))
  expect(ended).toMatchObject([
    { code: 2, err: expect.stringContaining('There is no job nothing.') },
    { code: 2, err: '--at "noon" is no date\n' },
    { code: 1, err: 'stars is off: GITHUB_TOKEN is not set\n' },
  ])
})
