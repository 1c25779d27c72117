import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type InStatement } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { env } from '@/env'

/** The path of the database file; null when a libSQL server holds the data. */
export const databaseFile = env.DATABASE_URL.startsWith('file:') ? pathOf(env.DATABASE_URL) : null
if (databaseFile) mkdirSync(dirname(databaseFile), { recursive: true })

const syncUrl = env.DATABASE_SYNC_URL
const access = { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN }
const reader = createClient(
  databaseFile ? { ...access, syncUrl, syncInterval: syncUrl ? 1 : undefined, timeout: 10_000 } : access,
)
const writer = createClient(
  syncUrl
    ? { url: syncUrl, authToken: env.DATABASE_AUTH_TOKEN } // a replica is read; what is written goes to the primary
    : databaseFile
      ? { ...access, timeout: 0 } // waiting for another writer is done in write(), where it does not block the loop
      : access,
)

/** For reading. Writes go through write(), which alone may be trusted to take its turn. */
export const db = drizzle(reader)
const writing = drizzle(writer)

export type Transaction = Parameters<Parameters<typeof writing.transaction>[0]>[0]

/**
 * Reads as of one instant, however many statements and minutes that takes: on a file writers go on meanwhile. What
 * comes from a server or a replica is as of each statement, as a transaction there does not live that long.
 */
export async function readInstant<T>(fn: (from: typeof db, isOneInstant: boolean) => Promise<T>): Promise<T> {
  if (!databaseFile || syncUrl) return fn(db, false)
  const held = await reader.transaction('read')
  try {
    await held.execute('select 1 from sqlite_schema limit 1') // the first read is what sets the instant
    // Drizzle's own transactions take the lock of writers. It asks a client for nothing but this to read.
    const execute = { value: (asked: InStatement) => held.execute(asked) }
    return await fn(drizzle(Object.create(reader, { execute })), true)
  } finally {
    held.close()
  }
}

let queue: Promise<unknown> = Promise.resolve()

/**
 * Runs one write in one transaction, when all writes before it are done: overlapping transactions on a file block
 * each other, and with them the whole process.
 * @param patience how long it waits for writers of other processes (ms): an import's batch takes a fraction of it
 * @throws what fn throws, after rolling everything back
 */
export function write<T>(fn: (tx: Transaction) => Promise<T>, patience = 20_000): Promise<T> {
  const done = queue.then(() => inTransaction(fn, patience))
  queue = done.catch(() => {}) // the next one does not care why this one failed; its caller does
  return done
}

/** Brings a replica up to its primary; nothing to do without one. */
export async function syncReplica(): Promise<void> {
  if (syncUrl) await reader.sync()
}

/** Lets writes under way finish, then closes. */
export async function closeDatabase(): Promise<void> {
  await queue
  reader.close()
  writer.close()
}

async function inTransaction<T>(fn: (tx: Transaction) => Promise<T>, patience: number): Promise<T> {
  const deadline = performance.now() + patience
  for (let pause = 1; ; pause = Math.min(pause * 1.5, 25)) {
    let began = false
    const run = (tx: Transaction) => {
      began = true
      return fn(tx)
    }
    try {
      const result = await writing.transaction(run, { behavior: 'immediate' })
      await syncReplica() // who wrote reads what they wrote
      return result
    } catch (error) {
      if (began || !isBusy(error) || performance.now() > deadline) throw error
      // The driver leaves the BEGIN that failed open, and no later COMMIT of that connection would go through.
      await writer.reconnect()
    }
    await sleep(pause)
  }
}

function isBusy(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(at.code)) return true
  }
  return false
}

function pathOf(url: string): string {
  return decodeURIComponent(url.replace(/^file:(\/\/(?=\/))?/, '').replace(/\?.*$/, ''))
}
