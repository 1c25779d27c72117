import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { databaseFile, db, syncReplica } from '@/db/client'
import { env } from '@/env'

const migrationsFolder = join(process.cwd(), 'db', 'migrations')

/**
 * Brings the tables to what this version wants. Several processes may start at once: on a file they take turns under a
 * write transaction of a lock database beside it, on a server the one that comes second looks again.
 */
export async function migrate(): Promise<void> {
  if (env.DATABASE_SYNC_URL) await migratePrimary(env.DATABASE_SYNC_URL)
  else if (databaseFile) await inTurn(`file:${databaseFile}-migrating`, migrateFile)
  else await migrateServer(db)
}

async function migrateFile(): Promise<void> {
  await db.run(sql`pragma journal_mode = wal`)
  await applyMigrations(db, { migrationsFolder })
}

/** A replica gets its tables from where all its rows come from. */
async function migratePrimary(url: string): Promise<void> {
  const client = createClient({ url, authToken: env.DATABASE_AUTH_TOKEN })
  await migrateServer(drizzle(client))
  client.close()
  await syncReplica()
}

async function migrateServer(server: typeof db, triesLeft = 5): Promise<void> {
  try {
    await applyMigrations(server, { migrationsFolder })
  } catch (error) {
    if (triesLeft === 0) throw error
    await sleep(500)
    await migrateServer(server, triesLeft - 1)
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
