import { pruneEmailTokens } from '@/db/emails'
import { pruneLinks } from '@/db/one-time-links'
import { pruneSessions } from '@/db/sessions'

/** Removes sessions and links that have run out. They are worth nothing already; this saves the room. */
export async function prune(now: number): Promise<void> {
  await pruneSessions(now)
  await pruneLinks(now)
  await pruneEmailTokens(now)
}
