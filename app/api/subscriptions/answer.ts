import type { Reader } from '@/db/subscriptions'

/** A reader as programs get them. */
export function answerOf({ email, state, chosen, nextAt }: Reader) {
  return { email, state, ...chosen, nextAt: nextAt === null ? null : new Date(nextAt).toISOString() }
}
