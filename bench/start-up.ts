import type { BareOrder } from '@/bench/bare'
import { startBeside } from '@/bench/beside'
import { median } from '@/bench/median'
import { milliseconds, type Row } from '@/bench/table'
import type { RunningSite } from '@/testing/running-site'

/** From the command until pages are served, when everything is installed and built. */
export async function startUp(startSite: () => Promise<RunningSite>, rounds: number): Promise<Row[]> {
  const [site, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    site.push(await timed(startSite, (running) => running.end('SIGTERM')))
    bare.push(await timed(startBare, ({ stop }) => stop()))
  }
  const [here, there] = [median(site), median(bare)]
  return [
    {
      ...{ what: 'start, the second time', figure: milliseconds(here), beside: `bare Node ${milliseconds(there)}` },
      ...{ ratio: there / here, target: '≤ 10,000 ms', reached: here <= 10_000 },
    },
  ]
}

async function startBare() {
  const bare = startBeside<BareOrder | null, number>('./bare.ts')
  await bare.ask(null)
  return bare
}

async function timed<T>(start: () => Promise<T>, end: (started: T) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const started = await start()
  const took = performance.now() - began
  await end(started)
  return took
}
