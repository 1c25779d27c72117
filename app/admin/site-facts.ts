import { databaseSize } from '@/db/database-size'
import { countOutbox, countPapers, countReaders, listDailyFigures } from '@/db/figures'
import { getLastChange } from '@/db/journal'
import type { SiteFacts } from '@/db/types'
import type { AdminId } from '@/lib/authority'
import { version } from '@/package.json'

/** How the site is and how much happens on it. */
export async function siteFacts(by: AdminId, now: number): Promise<SiteFacts> {
  const [days, papers, readers, outbox, lastChangeAt, databaseBytes] = await Promise.all([
    listDailyFigures(by, now),
    countPapers(by),
    countReaders(by),
    countOutbox(by),
    getLastChange(),
    databaseSize(),
  ])
  const startedAt = now - Math.round(process.uptime() * 1000)
  return {
    now,
    version,
    startedAt,
    databaseBytes,
    lastChangeAt,
    papers,
    readers,
    outbox,
    days,
  }
}
