import { inspect } from 'node:util'

/** One line of what the server does. */
export function log(message: string): void {
  console.log(message)
}

/** A fault, with its cause; whoever catches it last calls this, once. */
export function logError(message: string, cause: unknown): void {
  console.error(`${new Date().toISOString()} ${message}: ${inspect(cause)}`)
}
