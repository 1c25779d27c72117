import { expect, test, vi } from 'vitest'
import { askForJob, listJobRuns, listJobs } from '@/db/jobs'
import type { Job } from '@/jobs/job'
import { runJob } from '@/jobs/run-job'
import { schedule } from '@/server/scheduler'

const signal = new AbortController().signal

test('a job runs again and again, never beside itself though two schedulers look, and stopping waits for it', async () => {
  let [running, most, done] = [0, 0, 0]
  const job: Job = {
    name: 'slow',
    every: 5,
    async run() {
      running += 1
      most = Math.max(most, running)
      await sleep(20)
      running -= 1
      done += 1
      return 'done'
    },
  }
  const stops = await Promise.all([schedule([job], { look: 3 }), schedule([job], { look: 3 })])
  await vi.waitFor(() => expect(done).toBeGreaterThanOrEqual(4))
  await Promise.all(stops.map((stop) => stop()))
  expect([running, most]).toEqual([0, 1])
})

test('stopping tells a running job, and the next process goes on with it', async () => {
  const said: string[] = []
  const job: Job = {
    name: 'long',
    every: 1,
    async run({ signal }) {
      said.push('began')
      while (!signal.aborted && said.length < 3) await sleep(2)
      return 'stopped'
    },
  }
  const stop = await schedule([job], { look: 2 })
  await vi.waitFor(() => expect(said).toEqual(['began']))
  await stop()
  expect((await listJobs()).find(({ name }) => name === 'long')).toMatchObject({ holder: null, result: 'stopped' })
  expect(await runJob({ ...job, run: async () => 'went on' }, { holder: 'next', evenIfNotDue: true, signal })).toEqual({
    state: 'ran',
    result: 'went on',
    cause: undefined,
  })
})

test('a job that is switched off is left alone', async () => {
  let ran = 0
  const off: Job = { name: 'off', every: 1, isOff: () => 'nothing to do', run: async () => `ran ${++ran}` }
  const stop = await schedule([off], { look: 2 })
  await sleep(30)
  await stop()
  expect(ran).toBe(0)
})

test('a run that fails is kept with its reason, tried again within a minute, and then later and later', async () => {
  const broken: Job = { name: 'broken', every: 3_600_000, run: () => Promise.reject(new Error('The lamp is out.')) }
  const stop = await schedule([broken], { look: 60_000 })
  await stop()
  const pauses: number[] = []
  for (let n = 0; n < 3; n++) {
    const ran = await runJob(broken, { holder: 'a', evenIfNotDue: true, signal })
    expect(ran).toMatchObject({ state: 'ran', error: 'The lamp is out.' })
    const row = (await listJobs()).find(({ name }) => name === 'broken')
    pauses.push((row?.nextAt ?? 0) - (row?.startedAt ?? 0))
  }
  expect(pauses).toEqual([60_000, 120_000, 240_000])
  expect((await listJobRuns(3)).map(({ error }) => error)).toEqual(Array(3).fill('The lamp is out.'))
})

test('a lease that a killed process left runs out, and no sooner', async () => {
  const job: Job = { name: 'killed', every: 1, run: async () => 'done' }
  const stop = await schedule([job], { look: 60_000 })
  await stop()
  let release = () => {}
  const hangs: Job = { ...job, run: () => new Promise((done) => (release = () => done('late'))) }
  // A heartbeat of lease / 3 that never comes in time: what a kill leaves behind.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const hanging = runJob(hangs, { holder: 'killed', evenIfNotDue: true, signal, lease: 150 })
  await sleep(20)
  expect(await runJob(job, { holder: 'other', evenIfNotDue: true, signal })).toEqual({ state: 'held' })
  await sleep(160)
  expect(await runJob(job, { holder: 'other', evenIfNotDue: true, signal })).toMatchObject({ result: 'done' })
  // The one that came too late changes nothing.
  release()
  await hanging
  vi.useRealTimers()
  expect((await listJobs()).find(({ name }) => name === 'killed')?.result).toBe('done')
})

test('a run may be asked for before its time; nothing to do leaves no line', async () => {
  const job: Job = { name: 'asked', every: 3_600_000, run: async () => '' }
  const stop = await schedule([job], { look: 2 })
  await vi.waitFor(async () => expect((await listJobs()).find(({ name }) => name === 'asked')?.finishedAt).toBeTruthy())
  const first = (await listJobs()).find(({ name }) => name === 'asked')?.finishedAt ?? 0
  await sleep(5)
  expect(await askForJob('asked', Date.now())).toBe(true)
  expect(await askForJob('nobody', Date.now())).toBe(false)
  await vi.waitFor(async () =>
    expect((await listJobs()).find(({ name }) => name === 'asked')?.finishedAt).toBeGreaterThan(first),
  )
  await stop()
  expect((await listJobRuns(50)).some(({ name }) => name === 'asked')).toBe(false)
})

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
