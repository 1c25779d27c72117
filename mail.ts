import { inspect } from 'node:util'
import nodemailer from 'nodemailer'
import { env } from '@/env'
import type { Letter, Site } from '@/lib/letters'

/** What letters call the site, and where it is. */
export const site: Site = { name: env.SITE_NAME, url: env.SITE_URL }

/** Whether the site can send letters. */
export const hasMail = env.SMTP_URL !== undefined

const seconds = 1000
const transport =
  env.SMTP_URL === undefined
    ? null
    : nodemailer.createTransport(
        {
          url: env.SMTP_URL,
          connectionTimeout: 10 * seconds,
          greetingTimeout: 10 * seconds,
          socketTimeout: 30 * seconds,
        },
        { from: env.MAIL_FROM },
      )

/** @throws when the mail server does not take the letter */
async function sendLetter(to: string, { subject, text }: Letter): Promise<void> {
  if (!transport) throw new Error('SMTP_URL is not set.')
  await transport.sendMail({ to, subject, text })
}

/**
 * Finds out what to write and sends it, after the answer: so an answer takes as long for an address that is known as
 * for one that is not. A letter that does not go out is said once on stderr; its reader asks again.
 */
export function sendLater(write: () => Promise<{ to: string; letter: Letter } | null>): void {
  write()
    .then((found) => found && sendLetter(found.to, found.letter))
    .catch((error: unknown) => process.stderr.write(`A letter did not go out: ${inspect(error)}\n`))
}
