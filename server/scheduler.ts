import { logError } from '@/server/log'

type Job = { name: string; every: number; run: () => Promise<unknown> }

/** Runs jobs at their intervals (ms), never one beside itself. @returns a function that stops them and waits */
export function schedule(jobs: readonly Job[]): () => Promise<void> {
  const running = new Map<string, Promise<unknown>>()
  const timers = jobs.map(({ name, every, run }) => {
    const start = () => {
      if (running.has(name)) return
      const done = run()
        .catch((error: unknown) => logError(`The job "${name}" failed`, error))
        .finally(() => running.delete(name))
      running.set(name, done)
    }
    return setInterval(start, every).unref()
  })
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
