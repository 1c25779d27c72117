import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { databaseFile, db } from '@/db/client'

const migrationsFolder = join(process.cwd(), 'db', 'migrations')

/**
 * Brings the tables to what this version wants. Several processes may start at once: on a file they take turns under a
 * write transaction of a lock database beside it, on a server the one that comes second looks again.
 */
export async function migrate(): Promise<void> {
  if (databaseFile) await inTurn(`file:${databaseFile}-migrating`, migrateFile)
  else await migrateServer()
}

async function migrateFile(): Promise<void> {
  await db.run(sql`pragma journal_mode = wal`)
  await applyMigrations(db, { migrationsFolder })
}

async function migrateServer(triesLeft = 5): Promise<void> {
  try {
    await applyMigrations(db, { migrationsFolder })
  } catch (error) {
    if (triesLeft === 0) throw error
    await sleep(500)
    await migrateServer(triesLeft - 1)
  }
}

async function inTurn(lockUrl: string, action: () => Promise<void>): Promise<void> {
  const lock = createClient({ url: lockUrl, timeout: 60_000 })
  const held = await lock.transaction('write')
  try {
    await action()
  } finally {
    held.close()
    lock.close()
  }
}
