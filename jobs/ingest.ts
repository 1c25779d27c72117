import { getHarvestPlace, keepHarvestPlace } from '@/db/harvest-places'
import { upsertFound } from '@/db/pool'
import type { AnnouncedPaper } from '@/lib/found-paper'
import { harvestDays } from '@/lib/harvest-days'
import { oaiSetOf } from '@/lib/oai-set'
import { plural } from '@/lib/text'

/**
 * Papers of a set that were announced or changed from one day to another, both included, in any order, and how many more
 * could not be read.
 */
type Harvest = (asked: {
  set: string
  from: string
  until: string
  signal: AbortSignal
}) => AsyncIterable<{ papers: AnnouncedPaper[]; unreadable: number }>

type Asked = {
  categories: readonly string[]
  harvest: Harvest
  now: number
  /** The instant at which it truly runs, however late it is as of. */
  present?: number
  signal: AbortSignal
}

/**
 * Brings the pool up to date, day by day from the last that was complete. What a killed run had brought in stays, and the
 * next one asks for that day again: the same papers change nothing.
 */
export async function ingest({ categories, harvest, now, present = Date.now(), signal }: Asked): Promise<string> {
  const done = { added: 0, revised: 0, unreadable: 0 }
  const faults: unknown[] = []
  for (const category of categories) {
    if (signal.aborted) break
    try {
      await ingestCategory(category)
    } catch (error) {
      // One category that cannot be had keeps nobody from the others.
      if (!signal.aborted) faults.push(error)
    }
  }
  if (faults.length > 0)
    throw faults.length === 1 ? faults[0] : new AggregateError(faults, faults.map(String).join('; '))
  const told = `${plural(done.added, 'new paper')}, ${done.revised} changed`
  return done.unreadable > 0 ? `${told}, ${done.unreadable} could not be read` : told

  async function ingestCategory(category: string) {
    const { days, completeUntil } = harvestDays(await getHarvestPlace(category), now, present)
    for (const day of days) {
      for await (const { papers, unreadable } of harvest({ set: oaiSetOf(category), from: day, until: day, signal })) {
        done.unreadable += unreadable
        await take(papers)
        if (signal.aborted) return
      }
      if (signal.aborted) return
      if (day <= completeUntil) await keepHarvestPlace(category, day)
    }
  }

  async function take(papers: readonly AnnouncedPaper[]) {
    for (let i = 0; i < papers.length; i += batch) {
      const { added, revised } = await upsertFound(papers.slice(i, i + batch), now)
      done.added += added
      done.revised += revised
    }
  }
}

// A transaction of a few hundredths of a second: votes wait no longer.
const batch = 200
