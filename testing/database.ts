import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database with tables and nothing in them; each test file gets a copy. */
    emptyDatabase: string
  }
}

/** Runs the real migrations once for all tests. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-test-'))
  const file = join(folder, 'empty.db')
  process.env.DATABASE_URL = `file:${file}`
  const { migrate } = await import('@/db/migrate')
  const { closeDatabase, db } = await import('@/db/client')
  await migrate()
  // Closing leaves the log beside the file, and only the file is copied.
  await db.run('pragma wal_checkpoint(truncate)')
  await closeDatabase()
  provide('emptyDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
