import { log } from '@/server/log'

/** Does one step of the start, and says what and how long it took. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    const result = await run()
    log(`  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    return result
  } catch (cause) {
    log(`  ${name}: failed`)
    throw cause
  }
}
