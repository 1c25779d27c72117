import { setTimeout as sleep } from 'node:timers/promises'
import { answerOrders } from '@/bench/beside'
import { dayVoterOf, paperIdAt, papersOfDay, tokenOf } from '@/bench/synthetic'

/* Beside the benchmark: people who vote for the papers of one day, and one reader who looks how old the counts are. */

export type StormOrder = { url: string; path: string; seconds: number; perSecond: number; firstVote: number }

/** `oldest`: ms since the answer to the first vote that a page did not show yet. */
export type StormReport = {
  acknowledged: number
  refused: number
  looks: number
  oldest: number
  /** Acknowledged votes that a page asked for a second later, or more, did not show. */
  missing: number
}

type Acknowledged = { paper: string; upvotes: number; at: number }

answerOrders(storm)

async function storm({ url, path, seconds, perSecond, firstVote }: StormOrder): Promise<StormReport> {
  const votes: Acknowledged[] = []
  const late = new Set<Acknowledged>()
  const report: StormReport = { acknowledged: 0, refused: 0, looks: 0, oldest: 0, missing: 0 }
  const until = performance.now() + seconds * 1000

  async function vote(k: number): Promise<void> {
    const paper = paperIdAt(k % papersOfDay)
    const headers = { authorization: `Bearer ${tokenOf(dayVoterOf(k))}` }
    const response = await fetch(`${url}/api/papers/${paper}/vote`, { method: 'PUT', headers })
    const at = performance.now()
    const { upvotes } = (await response.json()) as { upvotes?: number }
    if (response.ok && upvotes !== undefined) votes.push({ paper, upvotes, at })
    else report.refused += 1
  }

  async function look(): Promise<void> {
    const asked = performance.now()
    const seen = countsOn(await (await fetch(url + path)).text())
    const now = performance.now()
    report.looks += 1
    for (const each of votes) {
      if ((seen.get(each.paper) ?? -1) >= each.upvotes || each.at > now) continue
      report.oldest = Math.max(report.oldest, now - each.at)
      if (asked - each.at >= 1000) late.add(each)
    }
  }

  async function keepVoting(): Promise<void> {
    const began = performance.now()
    const running: Promise<void>[] = []
    for (let n = 0; performance.now() < until; n += 1) {
      running.push(vote(firstVote + n))
      await sleep(Math.max(0, began + ((n + 1) * 1000) / perSecond - performance.now()))
    }
    await Promise.all(running)
  }

  async function keepLooking(): Promise<void> {
    while (performance.now() < until) {
      await look()
      await sleep(25)
    }
  }

  await Promise.all([keepVoting(), keepLooking()])
  await sleep(1000)
  await look()
  return { ...report, acknowledged: votes.length, missing: late.size }
}

function countsOn(html: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [article] of html.matchAll(/<article\b[^>]*>/g)) {
    const paper = /\bdata-paper="([^"]+)"/.exec(article)?.[1]
    const upvotes = /\bdata-upvotes="(\d+)"/.exec(article)?.[1]
    if (paper && upvotes) counts.set(paper, Number(upvotes))
  }
  return counts
}
