import { closeDatabase } from '@/db/client'

/**
 * Runs a command to its end and lets go of the database; the process ends with the code that it returns.
 * @param fault the code when it throws, which is written out
 */
export async function runMain(main: () => Promise<number>, fault = 1): Promise<void> {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(error)
    return fault
  })
  await closeDatabase()
}

/** Says why it was not done. @returns the exit code that it was given, for main to end with */
export function complain(code: number, reason: string | undefined): number {
  console.error(reason)
  return code
}

/** Aborted once somebody asks the command to stop, which from now on does not end the process by itself. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  return stopping.signal
}
