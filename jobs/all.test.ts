import { afterAll, expect, test } from 'vitest'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings, { INGEST_CATEGORIES: 'cs.LG', GITHUB_TOKEN: 'github-token' })
const { jobs } = await import('@/jobs/all')
const { runJob } = await import('@/jobs/run-job')
const { ensureJobs } = await import('@/db/jobs')
const { getPaper } = await import('@/db/papers')
const { createUser } = await import('@/db/users')
const { castVote } = await import('@/db/votes')
const { authorityOf } = await import('@/lib/authority')
const { arxiv } = await import('@/outside/arxiv')
afterAll(() => services.close())

arxiv.pace = 0
const at = Date.parse('2026-06-02T07:00:00Z')

async function run(name: string, when: number) {
  const job = jobs.find((each) => each.name === name)
  if (!job) throw new Error(`No job ${name}`)
  expect(job.isOff?.() ?? null).toBeNull()
  await ensureJobs([name], when)
  return runJob(job, { holder: 'test', at: when, evenIfNotDue: true, signal: new AbortController().signal })
}

test('each job has a name of its own', () => {
  const names = jobs.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('what arXiv announces comes in, and the stars of what is listed are counted', async () => {
  services.arxiv.push(
    arxivPaper({ id: '2606.00001', datestamp: '2026-06-02', comments: 'Code: https://github.com/mira/heat' }),
    arxivPaper({ id: '2606.00002', datestamp: '2026-06-02' }),
  )
  services.stars.set('mira/heat', 12)
  expect(await run('ingest', at)).toEqual({ state: 'ran', result: '2 new papers, 0 changed' })

  const mira = await createUser({ name: 'Mira' }, at)
  if (!mira.ok) throw new Error(mira.error)
  await castVote(authorityOf(mira.viewer).userId, '2606.00001', at)
  expect(await run('stars', at)).toEqual({ state: 'ran', result: '1 repository counted' })
  expect(await getPaper('2606.00001')).toMatchObject({ codeStars: 12, announcedDay: '2026-06-02' })
})

test('an admin reads which service failed, and what was counted before stays', async () => {
  const eightDays = 8 * 86_400_000
  services.next({ kind: 'status', status: 401, body: '{"message":"Bad credentials"}' })
  expect(await run('stars', at + eightDays)).toMatchObject({ error: expect.stringContaining('GitHub') })
  expect(await getPaper('2606.00001')).toMatchObject({ codeStars: 12 })
})
