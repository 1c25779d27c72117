import { createClient } from '@libsql/client'
import { asc, desc, gt, max } from 'drizzle-orm'
import { databaseFile, db, type Transaction } from '@/db/client'
import { journal } from '@/db/schema'
import type { JournalKind, JournalRow } from '@/db/types'
import { env } from '@/env'

/** One line for what a write did, in its own transaction. */
export async function append(tx: Transaction, row: Omit<JournalRow, 'id'>): Promise<void> {
  await tx.insert(journal).values(row)
}

export async function lastJournalId(): Promise<number> {
  const [row] = await db.select({ id: max(journal.id) }).from(journal)
  return row?.id ?? 0
}

/** When the last write was noted; null on an empty site. */
export async function getLastChange(): Promise<number | null> {
  const [row] = await db.select({ at: journal.at }).from(journal).orderBy(desc(journal.id)).limit(1)
  return row?.at ?? null
}

/** Rows after an id, oldest first. */
export async function listJournalSince(id: number, limit: number): Promise<JournalRow[]> {
  const rows = await db.select().from(journal).where(gt(journal.id, id)).orderBy(asc(journal.id)).limit(limit)
  return rows.map((row) => ({ ...row, kind: row.kind as JournalKind })) // append() is the only one to write it
}

// On a file a look costs microseconds; on a server it is a query.
const [filePause, serverPause] = [50, 200]

/** Calls onChange when the database may have changed, whoever wrote; until the signal. */
export async function watchJournal(onChange: () => void, signal: AbortSignal): Promise<void> {
  const look = databaseFile && !env.DATABASE_SYNC_URL ? fileVersion(databaseFile, signal) : lastJournalId
  let seen = await look()
  let failing = false
  const timer = setInterval(
    async () => {
      try {
        const now = await look()
        if (now !== seen) onChange()
        seen = now
        failing = false
      } catch (error) {
        if (signal.aborted || failing) return
        failing = true
        process.stderr.write(`Watching the database failed; trying on: ${error}\n`)
      }
    },
    look === lastJournalId ? serverPause : filePause,
  )
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** A number that moves when another connection has committed; it is per connection, so this keeps one of its own. */
function fileVersion(file: string, signal: AbortSignal): () => Promise<number> {
  const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: 1_000 })
  signal.addEventListener('abort', () => client.close())
  return async () => Number((await client.execute('pragma data_version')).rows[0]?.data_version)
}
