import { listIssuePapers } from '@/db/letters'
import { env, feedClock } from '@/env'
import { renderDigest } from '@/lib/digest-letter'
import { hasClosed, issueOfSegment, scopeOfIssue } from '@/lib/letter-issue'
import { withDefaults } from '@/lib/subscription-schema'
import { site } from '@/mail'

/**
 * The letter of a day or week, as readers get it who chose nothing in particular.
 * @param segment as in 2026-06-02 or 2026-W23
 * @returns null when that is neither; no letter while it is open, or where nothing was listed
 */
export async function readIssue(segment: string) {
  const issue = issueOfSegment(segment)
  const scope = issue && scopeOfIssue(issue)
  if (!scope) return null
  const isOpen = !hasClosed(issue, Date.now(), feedClock)
  const choices = withDefaults({ frequency: scope.of === 'day' ? 'daily' : 'weekly' }, env.FEED_TIMEZONE)
  const letter = isOpen ? null : renderDigest(site, issue, await listIssuePapers(issue), choices, { readBy: 'anybody' })
  return { issue, scope, isOpen, letter }
}
