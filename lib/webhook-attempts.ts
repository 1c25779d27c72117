import type { WebhookKind } from '@/lib/webhook-kinds'

/* When a message is tried again, and when it is given up. Times are ms. */

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** The pause after each try that failed; after the last of them there is one try more. */
const pauses = [5 * second, minute, 10 * minute, hour, 6 * hour]

/** How often a message is tried, before it is given up. */
export const mostAttempts = pauses.length + 1

// Who asks to wait for longer is asked again after a day.
const longestWait = 24 * hour

/** How long to wait after so many tries, or longer when the receiver asks for it; null when it is given up. */
export function pauseAfter(attempts: number, retryAfter: number | null): number | null {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : Math.min(Math.max(pause, retryAfter ?? 0), longestWait)
}

/** What a receiver's answer means: taken, never ask again, or not taken. */
export function verdictOf(status: number | null): 'sent' | 'gone' | 'failed' {
  if (status === null) return 'failed'
  return status >= 200 && status < 300 ? 'sent' : status === 410 ? 'gone' : 'failed'
}

/** How long a receiver asks to wait: in the header, or in the body where its kind has it there. */
export function waitAsked(kind: WebhookKind, answer: { body: string; retryAfter: number | null }): number | null {
  if (answer.retryAfter !== null) return answer.retryAfter
  const [, seconds] =
    kind === 'telegram' || kind === 'discord' ? (/"retry_after"\s*:\s*(\d+(?:\.\d+)?)/.exec(answer.body) ?? []) : []
  return seconds === undefined ? null : Math.ceil(Number(seconds) * second)
}

export type Waiting = { attempts: number; status: number | null; nextAt: number }

/**
 * The message whose turn it is, of those that one webhook has waiting, oldest first. One that was not taken holds up
 * those behind it, so that they arrive in order; after two tries it steps aside and is tried by itself. Whoever
 * asks us to wait (429) is not sent anything meanwhile.
 */
export function nextInLine<W extends Waiting>(waiting: readonly W[], now: number): W | null {
  if (waiting.some(({ status, nextAt }) => status === 429 && nextAt > now)) return null
  for (const each of waiting) {
    if (each.nextAt <= now) return each
    if (each.attempts <= 2) return null
  }
  return null
}
