import { expect, test } from 'vitest'
import { listJobLines } from '@/db/job-lines'
import { askForJob, claimJob, ensureJobs, finishJob } from '@/db/jobs'
import { listAdminLog, listModerationLog } from '@/db/moderation'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.parse('2026-06-10T09:30:00Z')
const minute = 60_000
const made = await createUser({ name: 'Noor', role: 'admin' }, 1)
const admin = made.ok ? authorityOf(made.viewer).adminId : null
if (!admin) throw new Error('Noor could not be made.')

const plan = [
  { name: 'digest', every: 10 * minute, off: null, sooner: false },
  { name: 'ingest', every: 120 * minute, off: null, sooner: false },
  { name: 'stars', every: 60 * minute, off: 'GITHUB_TOKEN is not set.', sooner: false },
]

test('before its first look a scheduler has left no rows: all are waited for', async () => {
  expect(await listJobLines(admin, plan, now)).toMatchObject([
    { name: 'digest', state: 'due', startedAt: null, finishedAt: null, result: null, before: null },
    { name: 'ingest', state: 'due' },
    { name: 'stars', state: 'off', off: 'GITHUB_TOKEN is not set.' },
  ])
})

test('one that runs comes first, with what the last run did', async () => {
  await ensureJobs(['digest', 'ingest', 'stars'], now)
  await run('ingest', now, '214 new papers, 0 changed')
  await claimJob(
    { name: 'ingest', every: minute, holder: 'a', until: now + 3 * minute, evenIfNotDue: true },
    now + minute,
  )
  await run('digest', now, '3 letters')
  expect(await listJobLines(admin, plan, now + minute)).toMatchObject([
    { name: 'ingest', state: 'running', nextAt: null, startedAt: now + minute, result: '214 new papers, 0 changed' },
    { name: 'digest', state: 'waiting', nextAt: now + 10 * minute, startedAt: now, finishedAt: now + 500 },
    { name: 'stars', state: 'off' },
  ])
  // Its lease ran out: whoever held it was killed.
  expect((await lineOf('ingest', now + 3 * minute))?.state).toBe('due')
})

test('a run without anything to do does not hide what one did before it', async () => {
  await run('digest', now + 20 * minute, '')
  expect(await lineOf('digest', now + 21 * minute)).toMatchObject({
    finishedAt: now + 20 * minute + 500,
    result: '',
    before: { at: now + 500, result: '3 letters' },
  })
})

test('a failure is told with how many there were, and no old result looks like its own', async () => {
  await run('digest', now + 30 * minute, new Error('The mail server is away.'))
  await run('digest', now + 40 * minute, new Error('The mail server is away.'))
  const line = await lineOf('digest', now + 41 * minute)
  expect(line).toMatchObject({ error: 'The mail server is away.', failures: 2, result: null, before: null })
})

test('who asks for a run stands in the admins’ log alone', async () => {
  expect(await askForJob('digest', now + 42 * minute, admin)).toBe(true)
  expect(await askForJob('nothing', now + 42 * minute, admin)).toBe(false)
  expect((await lineOf('digest', now + 42 * minute))?.state).toBe('due')
  const { lines } = await listAdminLog(admin, { before: null, limit: 9 })
  expect(lines).toMatchObject([{ kind: 'asked', by: 'Noor', what: 'digest', at: now + 42 * minute }])
  expect((await listModerationLog({ before: null, limit: 9 })).lines).toEqual([])
})

async function lineOf(job: string, at: number) {
  return (await listJobLines(admin ?? never(), plan, at)).find(({ name }) => name === job)
}

/** A run of half a second; the next is due ten minutes after it began. */
async function run(name: string, startedAt: number, end: string | Error) {
  await claimJob({ name, every: minute, holder: 'a', until: startedAt + minute, evenIfNotDue: true }, startedAt)
  const ended = typeof end === 'string' ? { result: end } : { error: end.message }
  const nextAt = () => startedAt + 10 * minute
  await finishJob({ name, holder: 'a', startedAt, nextAt, end: ended }, startedAt + 500)
}

function never(): never {
  throw new Error('There is no admin.')
}
