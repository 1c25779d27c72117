import { inspect } from 'node:util'
import type { NextAuthConfig } from 'next-auth'

/** What next-auth has to say: its faults alone, to standard error. A wrong password is an answer, not a fault. */
export const logger: NonNullable<NextAuthConfig['logger']> = {
  error(error) {
    if (isWrongPassword(error)) return
    process.stderr.write(`Signing in failed: ${inspect(error.cause ?? error)}\n`)
  },
  warn: () => {},
  debug: () => {},
}

/** Told by its type: a build shortens the names of classes, and with them error.name. */
export function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'CredentialsSignin'
}
