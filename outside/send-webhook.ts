import type { Webhook } from '@/db/webhooks'
import { env } from '@/env'
import { cleanLine } from '@/lib/clean-text'
import { allowedHosts } from '@/lib/network-address'
import { shorten } from '@/lib/text'
import { waitAsked } from '@/lib/webhook-attempts'
import { webhookBody } from '@/lib/webhook-message'
import type { News } from '@/lib/webhook-news'
import { signatureHeaderNames, signatureHeaders } from '@/lib/webhook-signature'
import { checkTarget, guardedRequest, NotSent } from '@/outside/guarded'

/** What came of it. `status` is null where nobody answered, or where it was not let out; `retryAfter` is in ms. */
export type Outcome = { status: number | null; answer: string; retryAfter: number | null }

const allowed = allowedHosts(env.WEBHOOK_ALLOW)
const longestAnswer = 300
const nameTimeout = 2_000

/**
 * Posts one message, signed where its kind is. The same id and news again make the same message with a new time.
 * @throws only when the signal stops it
 */
export async function sendWebhook(
  { kind, url, secret, chat, ownerId }: Pick<Webhook, 'kind' | 'url' | 'secret' | 'chat' | 'ownerId'>,
  { id, news }: { id: string; news: News },
  signal?: AbortSignal,
): Promise<Outcome> {
  const body = webhookBody(kind, news, chat)
  const signature = kind === 'standard' ? signatureHeaders({ id, secret, body, at: Date.now() }) : {}
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': `DailyPapers (+${env.SITE_URL})`,
    ...signature,
  }
  try {
    const secretHeaders = signatureHeaderNames
    const answer = await guardedRequest(url, { method: 'POST', headers, body, secretHeaders, allowed, signal })
    // What is allowed of the host's own network is there to be posted to by everybody, not to be read.
    const isShown = ownerId === null || !answer.isInside
    return {
      status: answer.status,
      answer: isShown ? shorten(cleanLine(answer.body), longestAnswer) : '',
      retryAfter: waitAsked(kind, answer),
    }
  } catch (error) {
    if (error instanceof NotSent) return { status: null, answer: error.message, retryAfter: null }
    throw error
  }
}

/** Why nothing may ever be sent to an address; null when it may, or when its name cannot be found just now. */
export async function whyNotSend(url: string): Promise<NotSent | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, nameTimeout, null).unref())
  const check = checkTarget(new URL(url), { allowed }).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof NotSent)) throw error
      return error.kind === 'unknown' || error.kind === 'slow' ? null : error
    },
  )
  return Promise.race([check, late])
}
