import { comment, compressed, dailyPapers, dayPage, paperPage, viewerJson, vote } from '@/bench/asks'
import { type Bench, inTurn } from '@/bench/bench'
import { alternate } from '@/bench/median'
import type { Ask } from '@/bench/request'
import { perSecond, type Row } from '@/bench/table'

/** The site's answers a second beside those of bare Node: pages, JSON, a vote, a comment. */
export async function besideBare(bench: Bench, { port, day, papers }: { port: number; day: string; papers: number }) {
  const barePort = await bench.barePort()
  const rows: Row[] = []

  async function reads(ask: Ask, target: number | null): Promise<void> {
    await bench.teachBare(port, ask)
    await bench.reading(port, ask, bench.effort.seconds / 2) // both are warm before the first round
    const { site, bare } = await alternate(bench.effort.rounds, {
      site: () => bench.reading(port, ask),
      bare: () => bench.reading(barePort, ask),
    })
    rows.push(rowOf(ask.row, site, bare, target))
  }

  async function writes(askAt: (k: number) => Ask): Promise<void> {
    const take = inTurn(askAt)
    const [first] = take(1)
    if (first) await bench.teachBare(port, first)
    const { writes, rounds } = bench.effort
    await bench.writing(port, take(writes))
    const { site, bare } = await alternate(rounds, {
      site: () => bench.writing(port, take(writes)),
      bare: () => bench.repeating(barePort, first ? [first] : []),
    })
    rows.push(rowOf(first?.row ?? '', site, bare, null))
  }

  for (const ask of [dayPage(day), compressed(dayPage(day)), paperPage, compressed(paperPage)]) await reads(ask, 0.6)
  for (const ask of [viewerJson, dailyPapers(day), compressed(dailyPapers(day))]) await reads(ask, null)
  await writes((k) => vote(k, papers))
  await writes((k) => comment(k, papers))
  return rows
}

function rowOf(what: string, site: number, bare: number, target: number | null): Row {
  const ratio = site / bare
  return {
    ...{ what, figure: perSecond(site), beside: `bare Node ${perSecond(bare)}`, ratio },
    ...{ target: target === null ? '' : `≥ ${target}`, reached: target === null ? null : ratio >= target },
  }
}
