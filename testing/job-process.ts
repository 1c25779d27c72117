import { type ChildProcess, spawn } from 'node:child_process'
import { db } from '@/db/client'

/* For tests: jobs in processes of their own, as npm run job starts them, to be killed. */

export type JobProcess = {
  /** Waits for its end. `code` is null after a kill. */
  ended: Promise<{ code: number | null; said: string }>
  /** Kills it, and lets the minute go by for which it holds the job, and the seconds for which it holds arXiv. */
  kill: () => Promise<void>
}

const running = new Set<ChildProcess>()

/** Runs a job once as of an instant, with an arXiv that need not be spared. */
export function startJob(name: string, at: string, settings: Record<string, string>): JobProcess {
  const program = ['scripts/with-setup.mjs', 'testing/quick-job.ts', name, '--at', at]
  const env = { ...process.env, ...settings }
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, said: Buffer.concat(said).toString().trim() })
    })
  })
  const kill = async () => {
    child.kill('SIGKILL')
    const { code, said: words } = await ended
    if (code !== null) throw new Error(`The job had ended (${code}) before it was killed:\n${words}`)
    await db.run('update jobs set lease_until = 0')
    await db.run('update paces set free_at = 0')
  }
  return { ended, kill }
}

/** Ends those that a failed test left behind. */
export function endJobs(): void {
  for (const child of running) child.kill('SIGKILL')
}
