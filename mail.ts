import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import nodemailer from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { env } from '@/env'
import type { Digest } from '@/lib/digest-letter'
import type { Letter, Site } from '@/lib/letters'
import { mailEncodingOf } from '@/lib/mail-size'

/** What letters call the site, and where it is. */
export const site: Site = { name: env.SITE_NAME, url: env.SITE_URL }

/** Whether the site can send letters. */
export const hasMail = env.SMTP_URL !== undefined

const seconds = 1000
const minutes = 60 * seconds
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

// A server that greylists takes a letter from somebody unknown the second time, some minutes after the first.
const retryPauses: readonly number[] = [minutes, 5 * minutes, 15 * minutes]

/** @throws when the mail server does not take the letter, for good or after each pause (ms) */
async function sendLetter(to: string, { subject, text }: Letter, [pause, ...others]: readonly number[]): Promise<void> {
  if (!transport) throw new Error('SMTP_URL is not set.')
  try {
    await transport.sendMail({ to, subject, text })
  } catch (error) {
    if (pause === undefined || !mayPass(error)) throw error
    await sleep(pause, undefined, { ref: false })
    await sendLetter(to, { subject, text }, others)
  }
}

/** Whether a failure is of the moment: the server said so (4xx), or the connection broke. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode, command }: Error & { responseCode?: number; command?: string } = error
  return responseCode === undefined ? command === 'CONN' : responseCode < 500
}

/**
 * Finds out what to write and sends it, after the answer: so an answer takes as long for an address that is known as
 * for one that is not. What fails for the moment is tried again after each pause (ms), unless the site is stopped before.
 * A letter that does not go out is said once on stderr; its reader asks again.
 */
export function sendLater(write: () => Promise<{ to: string; letter: Letter } | null>, pauses = retryPauses): void {
  write()
    .then((found) => found && sendLetter(found.to, found.letter, pauses))
    .catch((error: unknown) => process.stderr.write(`A letter did not go out: ${inspect(error)}\n`))
}

type Addressed = {
  to: string
  /** The reader's letter, its places filled in. */
  digest: Digest
  issue: string
  subscriptionId: string
  /** The address that takes the one click of a mail client (RFC 8058). */
  oneClick: string
}

/** A daily or weekly letter as it goes to the mail server. It has the same Message-ID however often it is made. */
export async function digestMessage({ to, digest, issue, subscriptionId, oneClick }: Addressed) {
  const { subject, html, text } = digest
  const frequency = issue.slice(0, issue.indexOf(':'))
  const mail = new MailComposer({
    from: env.MAIL_FROM,
    to,
    subject,
    html,
    text,
    textEncoding: mailEncodingOf(html, text).encoding,
    messageId: `<${digestId(issue, subscriptionId)}@${mailHost}>`,
    headers: {
      // Prepared: the angle brackets would be encoded with the name.
      'List-Id': { prepared: true, value: `${listName(site.name)}<${frequency}.${mailHost}>` },
      'List-Unsubscribe': `<${oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
  }).compile()
  const { from } = mail.getEnvelope()
  if (!from) throw new Error(`MAIL_FROM has no address: ${env.MAIL_FROM}`)
  return { from, message: await mail.build() }
}

/** The name before a list's id, where it is ASCII; it may be left out. */
function listName(name: string): string {
  return /^[\x20-\x7e]+$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}" ` : ''
}

const mailHost = new URL(env.SITE_URL).hostname

function digestId(issue: string, subscriptionId: string): string {
  const hash = createHash('sha256').update(`${issue} ${subscriptionId}`).digest('hex')
  return `${issue.replace(':', '-').toLowerCase()}.${hash.slice(0, 32)}`
}
