import type { SwitchedOff } from '@/db/deliveries'
import { webhookOffLetter } from '@/lib/letters'
import { hasMail, sendLater, site } from '@/mail'

/** Writes to the owner of a webhook that was switched off. Moderators see it on the page of the site's webhooks. */
export function tellOwner({ owner, label, reason }: SwitchedOff): void {
  if (!owner || !hasMail) return
  sendLater(async () => ({ to: owner.email, letter: webhookOffLetter(site, owner, { label, reason }) }))
}
