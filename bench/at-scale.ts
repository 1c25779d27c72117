import { comment, dailyPapers, dayPage, madeAnew, paperPage, vote } from '@/bench/asks'
import { type Bench, inTurn } from '@/bench/bench'
import { alternate } from '@/bench/median'
import type { Ask } from '@/bench/request'
import { perSecond, type Row } from '@/bench/table'

type Size = { port: number; papers: number }

const target = 0.7

/** The same rows on a small and on a large database, in turn. */
export async function atScale(bench: Bench, { small, large, day }: { small: Size; large: Size; day: string }) {
  const { rounds, writes } = bench.effort
  const rows: Row[] = []

  async function compare(what: string, run: (size: Size) => Promise<number>): Promise<void> {
    for (const size of [small, large]) await run(size)
    const figures = await alternate(rounds, { small: () => run(small), large: () => run(large) })
    const ratio = figures.large / figures.small
    rows.push({
      what: `${what}, ${large.papers.toLocaleString('en')} papers`,
      figure: perSecond(figures.large),
      beside: `${small.papers.toLocaleString('en')} papers ${perSecond(figures.small)}`,
      ...{ ratio, target: `≥ ${target}`, reached: ratio >= target },
    })
  }

  const pages = [dayPage(day), paperPage, dailyPapers(day)]
  for (const ask of [...pages, ...pages.map(madeAnew)]) await compare(ask.row, ({ port }) => bench.reading(port, ask))

  const asks: ((k: number, papers: number) => Ask)[] = [vote, comment]
  for (const askAt of asks) {
    // Far from the ones that other rows have used up.
    const take = new Map([small, large].map((size) => [size, inTurn((k) => askAt(k + 200_000, size.papers))]))
    await compare(askAt(0, 1).row, (size) => bench.writing(size.port, take.get(size)?.(writes) ?? []))
  }
  return rows
}
