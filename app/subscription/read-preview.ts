import { listFindsOf } from '@/db/letter-searches'
import { listIssuePapers } from '@/db/letters'
import { feedClock } from '@/env'
import { formatDate } from '@/lib/days'
import { type Digest, fillDigest, renderDigest } from '@/lib/digest-letter'
import { issueAt } from '@/lib/letter-issue'
import { timeInWords } from '@/lib/letter-words'
import type { Chosen } from '@/lib/subscription-schema'
import { site } from '@/mail'

/** Whom the letter would go to. since: when they asked for it, ms; searches: saved ones of which it tells. */
export type To = { email: string; since: number; searches?: readonly string[] }

/**
 * The letter as it would go out now, but for the two links at its foot: their tokens are a reader's own.
 * @returns the issue, and null for the letter where none of its papers is chosen
 */
export async function readPreview(
  chosen: Chosen,
  { email, since, searches = [] }: To,
  now: number,
): Promise<{ issue: string; digest: Digest | null }> {
  const issue = issueAt(chosen.frequency, now, feedClock)
  const found = await listFindsOf(issue, searches)
  const digest = renderDigest(site, issue, await listIssuePapers(issue), { ...chosen, searches }, { found })
  const link = `${site.url}/subscription`
  const reader = { email, since: formatDate(since), when: timeInWords(chosen) }
  return { issue, digest: digest && fillDigest(digest, { ...reader, change: link, leave: link }) }
}
