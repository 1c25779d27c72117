import { compressed, dayPage } from '@/bench/asks'
import type { Bench } from '@/bench/bench'
import { startBeside } from '@/bench/beside'
import { alternate } from '@/bench/median'
import type { StormOrder, StormReport } from '@/bench/storm'
import { milliseconds, perSecond, type Row } from '@/bench/table'

const votesPerSecond = 50

/** Reading the day's page while people vote for its papers: how fast, how old the counts are, and whether votes get lost. */
export async function underVotes(bench: Bench, { port, day, seconds }: { port: number; day: string; seconds: number }) {
  const ask = compressed(dayPage(day))
  const barePort = await bench.barePort()
  const storm = startBeside<StormOrder, StormReport>('./storm.ts')
  const reports: StormReport[] = []

  async function site(): Promise<number> {
    const firstVote = reports.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
    const order = { url: `http://127.0.0.1:${port}`, path: ask.path, perSecond: votesPerSecond, firstVote, seconds }
    const [rate, report] = await Promise.all([bench.reading(port, ask, seconds), storm.ask(order)])
    reports.push(report)
    return rate
  }

  try {
    await bench.teachBare(port, ask)
    const figures = await alternate(3, { site, bare: () => bench.reading(barePort, ask) })
    return rowsOf(figures, reports)
  } finally {
    await storm.stop()
  }
}

function rowsOf({ site, bare }: { site: number; bare: number }, reports: StormReport[]): Row[] {
  const sum = (of: 'acknowledged' | 'refused' | 'missing') => reports.reduce((total, report) => total + report[of], 0)
  const oldest = Math.max(...reports.map((report) => report.oldest))
  const what = `day’s page, compressed, under ${votesPerSecond} votes a second`
  const ratio = site / bare
  return [
    {
      ...{ what, figure: perSecond(site), beside: `bare Node ${perSecond(bare)}, no votes`, ratio },
      ...{ target: '≥ 0.25', reached: ratio >= 0.25 },
    },
    {
      ...{ what: '– oldest count seen', figure: milliseconds(oldest), beside: '', ratio: null },
      ...{ target: '≤ 1,000 ms', reached: oldest <= 1000 },
    },
    {
      what: '– votes missing a second later',
      figure: String(sum('missing')),
      beside: `${sum('acknowledged')} acknowledged, ${sum('refused')} refused`,
      ...{ ratio: null, target: '0', reached: sum('missing') === 0 && sum('acknowledged') > 0 },
    },
  ]
}
