import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type RunningSite, startSite } from '@/testing/running-site'

type Wanted = { papers: number; today: string; signal: AbortSignal }

/** Makes a database of this many papers in this folder. @returns its DATABASE_URL */
export async function fillDatabase(folder: string, { papers, today, signal }: Wanted): Promise<string> {
  const url = `file:${join(folder, `${papers}.db`)}`
  const env = { ...process.env, DATABASE_URL: url, DATABASE_SYNC_URL: '' }
  const args = ['--import', 'tsx', 'bench/fill.ts', String(papers), today]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'], signal })
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject))
  if (code !== 0) throw new Error(`Filling the database of ${papers} papers failed (${code}).`)
  return url
}

/** The built site on such a database, as npm start starts it, without limits that a benchmark would meet. */
export function startFilled(databaseUrl: string): Promise<RunningSite> {
  return startSite({
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_SYNC_URL: '',
    SAMPLE: 'off',
    EXPORT: 'off',
    FEED_TIMEZONE: 'UTC',
    FEED_ROLLOVER: '00:00',
    LIST_PAGE_SIZE: '50',
    LIMIT_READS: 'off',
    LIMIT_VOTES: 'off',
    // Comments keep their limit, so each of the writers comes from a network of their own.
    TRUST_PROXY: '1',
    AUTH_SECRET: 'a-secret-that-is-only-for-benchmarks',
  })
}
