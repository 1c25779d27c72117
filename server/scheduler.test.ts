import { expect, test, vi } from 'vitest'
import { askForJob, claimJob, ensureJobs, listDueJobs, listJobRuns, listJobs, mayRunSooner } from '@/db/jobs'
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
    pauses.push((row?.nextAt ?? 0) - (row?.finishedAt ?? 0))
  }
  expect(pauses).toEqual([60_000, 120_000, 240_000])
  expect(await rowOf('broken')).toMatchObject({ failures: 3, error: 'The lamp is out.' })
})

test('one that runs often waits longer the more often it failed, unless asked for, and then keeps its plan', async () => {
  let isBroken = true
  const run = () => (isBroken ? Promise.reject(new Error('The lamp is out.')) : Promise.resolve('lit'))
  const often: Job = { name: 'often', every: 5_000, run }
  const now = Date.now()
  await ensureJobs([often.name], now)
  for (let n = 0; n < 12; n++) await runJob(often, { holder: 'a', evenIfNotDue: true, signal })
  const failed = await rowOf('often')
  expect(failed?.nextAt).toBe((failed?.finishedAt ?? 0) + 300_000)
  expect(await listDueJobs([often], Date.now())).toEqual([])
  expect(await listDueJobs([often], (failed?.nextAt ?? 0) - 1)).toEqual([])
  expect(await listDueJobs([often], failed?.nextAt ?? 0)).toEqual(['often'])
  await askForJob('often', Date.now())
  expect(await listDueJobs([often], Date.now())).toEqual(['often'])
  isBroken = false
  await runJob(often, { holder: 'a', signal })
  const mended = await rowOf('often')
  expect(mended).toMatchObject({ failures: 0, nextAt: (mended?.startedAt ?? 0) + 5_000 })
})

test('what is needed sooner is run ahead of its time, by one of those who look, and writes nothing until then', async () => {
  let [waiting, looks, runs] = [0, 0, 0]
  const isNeeded = async () => {
    looks += 1
    return waiting > 0
  }
  const run = async () => {
    runs += 1
    await sleep(5)
    waiting = 0
    return 'done'
  }
  const job: Job = { name: 'needed', every: 3_600_000, sooner: { look: 4, isNeeded }, run }
  const stops = await Promise.all([schedule([job], { look: 2 }), schedule([job], { look: 2 })])
  await vi.waitFor(async () => expect((await rowOf('needed'))?.finishedAt).toBeTruthy())
  const before = await rowOf('needed')
  const seen = looks
  await vi.waitFor(() => expect(looks).toBeGreaterThan(seen + 5))
  expect(await rowOf('needed')).toEqual(before)
  waiting = 1
  await vi.waitFor(() => expect(runs).toBe(2))
  await vi.waitFor(async () => expect((await rowOf('needed'))?.startedAt).toBeGreaterThan(before?.startedAt ?? 0))
  await Promise.all(stops.map((stop) => stop()))
  expect(runs).toBe(2)
})

test('who looked before another run began does not run after it, nor after a failure', async () => {
  const job: Job = { name: 'looked', every: 3_600_000, run: async () => 'done' }
  const neededAt = Date.now()
  await ensureJobs([job.name], neededAt - 1)
  expect(await runJob(job, { holder: 'a', signal })).toMatchObject({ result: 'done' })
  expect(await runJob(job, { holder: 'b', neededAt, signal })).toEqual({ state: 'held' })
  expect(await mayRunSooner('looked', Date.now())).toBe(true)
  expect(await runJob(job, { holder: 'b', neededAt: Date.now() + 1, signal })).toMatchObject({ result: 'done' })
  const broken = { ...job, run: () => Promise.reject(new Error('The lamp is out.')) }
  await runJob(broken, { holder: 'a', evenIfNotDue: true, signal })
  expect(await mayRunSooner('looked', Date.now())).toBe(false)
  expect(await runJob(job, { holder: 'b', neededAt: Date.now() + 1, signal })).toEqual({ state: 'held' })
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

test('who asks for a run while one is under way gets another after it', async () => {
  let [begun, release] = [0, () => {}]
  const run = () => {
    begun += 1
    return new Promise<string>((done) => (release = () => done('done')))
  }
  const job: Job = { name: 'busy', every: 3_600_000, run }
  const stop = await schedule([job], { look: 2 })
  await vi.waitFor(() => expect(begun).toBe(1))
  await askForJob('busy', Date.now())
  release()
  await vi.waitFor(() => expect(begun).toBe(2))
  release()
  await vi.waitFor(async () => expect((await rowOf('busy'))?.nextAt).toBeGreaterThan(Date.now() + 3_500_000))
  await stop()
  expect(begun).toBe(2)
})

test('a run that was stopped is due at once, whether it returned or threw, and that is no failure', async () => {
  for (const end of ['returns', 'throws']) {
    const stopping = new AbortController()
    const name = `stopped ${end}`
    const job: Job = {
      name,
      every: 3_600_000,
      async run({ signal }) {
        stopping.abort()
        if (end === 'throws') signal.throwIfAborted()
        return 'half of it'
      },
    }
    await (await schedule([job], { look: 60_000 }))()
    const ran = await runJob(job, { holder: 'a', signal: stopping.signal })
    expect(ran).toEqual({ state: 'ran', result: end === 'throws' ? '' : 'half of it', cause: undefined })
    expect(await rowOf(name)).toMatchObject({ holder: null, error: null, failures: 0 })
    expect((await rowOf(name))?.nextAt).toBeLessThanOrEqual(Date.now())
  }
})

test('stopping does not wait for ever for a job that does not heed it', async () => {
  let begun = false
  const deaf: Job = { name: 'deaf', every: 1, run: () => new Promise(() => (begun = true)) }
  const stop = await schedule([deaf], { look: 2, patience: 20 })
  await vi.waitFor(() => expect(begun).toBe(true))
  await stop()
  expect(await rowOf('deaf')).toMatchObject({ finishedAt: null })
})

test('what a killed run left is due as soon as its lease has run out, though it had been asked for early', async () => {
  const timed = { name: 'cut off', every: 3_600_000 }
  const now = Date.now()
  await ensureJobs([timed.name], now + 1_800_000)
  expect(await listDueJobs([timed], now)).toEqual([])
  expect(await claimJob({ ...timed, holder: 'a', until: now + 60_000, evenIfNotDue: true }, now)).not.toBeNull()
  expect(await listDueJobs([timed], now + 59_000)).toEqual([])
  expect(await listDueJobs([timed], now + 60_000)).toEqual(['cut off'])
})

test('a clock that had been wrong for a while leaves no job waiting for years', async () => {
  const timed = { name: 'jumped', every: 60_000 }
  const now = Date.now()
  const future = now + 10 * 365 * 86_400_000
  await ensureJobs([timed.name], future)
  expect(await listDueJobs([timed], now)).toEqual(['jumped'])
  await claimJob({ ...timed, holder: 'a', until: future + 60_000, evenIfNotDue: true }, future)
  expect(await listDueJobs([timed], now)).toEqual(['jumped'])
  expect(await claimJob({ ...timed, holder: 'b', until: now + 60_000, evenIfNotDue: false }, now)).not.toBeNull()
})

test('a run as of another instant leaves the time of the next one as it was', async () => {
  const asOf: number[] = []
  const run: Job['run'] = async ({ now }) => `as of ${asOf.push(now)}`
  const job: Job = { name: 'as of', every: 3_600_000, run }
  const dueAt = Date.now() + 1_000_000
  await ensureJobs([job.name], dueAt)
  await runJob(job, { holder: 'a', at: 1_780_000_000_000, evenIfNotDue: true, signal })
  expect(asOf).toEqual([1_780_000_000_000])
  expect((await rowOf('as of'))?.nextAt).toBe(dueAt)
})

test('a reason of any length and depth is kept so that it can be read', async () => {
  const error = new Error('The letter could not be kept.', { cause: new Error('x'.repeat(5_000)) })
  const job: Job = { name: 'wordy', every: 1, run: () => Promise.reject(error) }
  await ensureJobs([job.name], 0)
  await runJob(job, { holder: 'a', signal })
  const said = (await rowOf('wordy'))?.error ?? ''
  expect(said).toMatch(/^The letter could not be kept\. Because: x+…$/)
  expect(said.length).toBeLessThanOrEqual(2_001)
})

async function rowOf(job: string) {
  return (await listJobs()).find(({ name }) => name === job)
}

test('what goes on failing in the same way is said once, here and among the runs, until it changes', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  let tries = 0
  const run = async () => {
    tries += 1
    if (tries === 5) return 'done'
    throw new Error(tries < 4 ? 'The lamp is out.' : 'The lamp is broken.')
  }
  const stop = await schedule([{ name: 'lamp', every: 2, run }], { look: 2 })
  await vi.waitFor(() => expect(tries).toBeGreaterThan(6))
  await stop()
  const times = said.mock.calls.length
  said.mockRestore()
  expect(times).toBe(3)
  const runs = (await listJobRuns(50)).filter(({ name }) => name === 'lamp').reverse()
  expect(runs.map(({ result, error }) => result ?? error)).toEqual([
    'The lamp is out.',
    'The lamp is broken.',
    'done',
    'The lamp is broken.',
  ])
})

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
