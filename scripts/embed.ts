import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureJobs } from '@/db/jobs'
import { migrate } from '@/db/migrate'
import { embedAll } from '@/jobs/embed-all'
import { count } from '@/lib/text'
import { embeddingModel, makeEmbedder } from '@/outside/embed'
import { runInTurn } from '@/scripts/run-in-turn'
import { complain, runMain, stopSignal } from '@/scripts/run-main'

const usage = `npm run embed [-- --cores N]

Makes search know what papers mean: embeds all that are not embedded yet, the newest first, on every core. It may be
stopped at any time and goes on from there; a site may serve meanwhile.
  --cores N   use so many cores`

// Between two lines of progress, ms.
const pause = 2_000

await runMain(main)

/** @returns the exit code: 0 done or stopped, 1 it failed or another process embeds, 2 it was asked wrongly */
async function main(): Promise<number> {
  const cores = readCores()
  if (cores === null) return complain(2, usage)
  await migrate()
  await ensureJobs(['embed'], Date.now())
  const signal = stopSignal()
  const embedders = Array.from({ length: cores }, () => makeEmbedder({ isLow: true }))
  const run = ({ signal }: { signal: AbortSignal }) =>
    embedAll({ model: embeddingModel, embedders, signal, onProgress: progress() })
  const ran = await runInTurn({ name: 'embed', every: 5_000, run }, undefined, signal)
  await Promise.all(embedders.map(({ stop }) => stop()))
  if (ran.state === 'held') return complain(1, 'Another process is embedding. Try again later.')
  if ('error' in ran) {
    console.error(ran.cause)
    return 1
  }
  console.log(signal.aborted ? 'Stopped. Run it again to go on.' : ran.result || 'All papers are embedded.')
  return 0
}

/** Says now and then how far it is. */
function progress(): (done: number, all: number) => void {
  const began = performance.now()
  let said = began
  return (done, all) => {
    const now = performance.now()
    if (now - said < pause && done < all) return
    said = now
    const rate = done / ((now - began) / 1_000)
    const left = Math.ceil((all - done) / rate / 60)
    console.log(`${count(done)} of ${count(all)} papers, ${rate.toFixed(1)} a second, ${left} min to go`)
  }
}

function readCores(): number | null {
  try {
    const { values } = parseArgs({ options: { cores: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
    const cores = Number(values.cores ?? availableParallelism())
    return !values.help && Number.isInteger(cores) && cores >= 1 && cores <= 256 ? cores : null
  } catch {
    return null // parseArgs has no other way to say that it does not know an option
  }
}
