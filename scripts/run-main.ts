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
