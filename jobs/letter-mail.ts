import type { Claimed } from '@/db/outbox'
import { formatDate } from '@/lib/days'
import { type Digest, fillDigest } from '@/lib/digest-letter'
import { timeInWords } from '@/lib/letter-words'
import { linkPath, oneClickPath } from '@/lib/subscription-links'
import { linkToken, secretFor, type TokenPurpose } from '@/lib/subscription-token'
import { digestMessage, site } from '@/mail'

/** A group's letter as it goes to one of its readers. */
export function letterMail({ issue, createdAt, reader }: Claimed, letter: Digest) {
  const { id, email, confirmedAt } = reader
  const tokenTo = (purpose: TokenPurpose) => linkToken(id, secretFor(reader, purpose), purpose)
  const [leave, change] = [tokenTo('leave'), tokenTo('change')]
  const digest = fillDigest(letter, {
    email,
    since: formatDate(confirmedAt ?? createdAt),
    when: timeInWords(reader),
    change: site.url + linkPath('change', change),
    leave: site.url + linkPath('leave', leave),
  })
  return digestMessage({ to: email, digest, issue, subscriptionId: id, oneClick: site.url + oneClickPath(leave) })
}
