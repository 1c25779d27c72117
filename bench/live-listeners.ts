import { vote } from '@/bench/asks'
import type { Bench } from '@/bench/bench'
import { startBeside } from '@/bench/beside'
import type { FanOutOrder, FanOutReport } from '@/bench/fan-out'
import { median } from '@/bench/median'
import { dayVoterCount, papersOfDay } from '@/bench/synthetic'
import { milliseconds, type Row } from '@/bench/table'

const listeners = 1_000
const target = 500

/** From a vote's answer until the last of a thousand listeners knows, here and on bare Node that writes the same event. */
export async function liveListeners(bench: Bench, { port, day, votes }: { port: number; day: string; votes: number }) {
  // The last of the day's voters: the storm begins with the first.
  const firstVote = (dayVoterCount - 1) * papersOfDay
  const fanOut = startBeside<FanOutOrder, FanOutReport>('./fan-out.ts')
  try {
    await bench.teachBare(port, vote(0, papersOfDay))
    const site = await fanOut.ask({ port, day, listeners, votes, firstVote })
    const bare = await fanOut.ask({ port: await bench.barePort(), day, listeners, votes, firstVote })
    return [rowOf(site.times, bare.times)]
  } finally {
    await fanOut.stop()
  }
}

function rowOf(site: (number | null)[], bare: (number | null)[]): Row {
  const known = (times: (number | null)[]) => times.map((time) => time ?? Number.POSITIVE_INFINITY)
  const [here, there] = [median(known(site)), median(known(bare))]
  const last = Math.max(...known(site))
  return {
    what: `live, last of ${listeners.toLocaleString('en')} listeners`,
    figure: `${milliseconds(here)}, at most ${milliseconds(last)}`,
    ...{ beside: `bare Node ${milliseconds(there)}`, ratio: here > 0 ? there / here : null },
    ...{ target: `≤ ${target} ms`, reached: last <= target },
  }
}
