import { hasMail } from '@/db/outbox'
import { env, feedClock } from '@/env'
import { prepareLetters } from '@/jobs/digest'
import type { Job } from '@/jobs/job'
import { letterMail } from '@/jobs/letter-mail'
import { sendOutbox } from '@/jobs/outbox'
import { paceOf } from '@/lib/pace'
import { site } from '@/mail'
import { openSmtpLine } from '@/outside/smtp-line'

const seconds = 1_000
const minutes = 60 * seconds
const url = env.SMTP_URL
const isOff = () => (url === undefined ? 'SMTP_URL is not set' : null)
const pace = paceOf(env.MAIL_A_MINUTE)

/** Makes the letters that are due, and sends them. */
export const letterJobs: readonly Job[] = [
  { name: 'digest', every: minutes, isOff, run: (asked) => prepareLetters({ site, clock: feedClock, ...asked }) },
  {
    name: 'outbox',
    every: minutes,
    sooner: { look: 5 * seconds, isNeeded: hasMail },
    isOff,
    run: async (asked) =>
      url === undefined ? '' : sendOutbox({ openLine: () => openSmtpLine(url), write: letterMail, pace, ...asked }),
  },
]
