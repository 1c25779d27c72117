import { timeInWords } from '@/lib/moment-words'
import { plural } from '@/lib/text'
import type { WebhookEvent } from '@/lib/webhook-kinds'

/* Webhooks in words, on the pages where they are kept. */

export type Whose = 'person' | 'site'

/** What may be told, for the boxes of the form; the votes stand in a field of their own. */
export function eventChoices(whose: Whose): Record<WebhookEvent, string> {
  const isOwn = whose === 'person'
  return {
    'day.closed': 'A day has closed',
    'paper.votes': isOwn ? 'A paper that I follow passes' : 'A paper passes',
    'paper.listed': isOwn ? 'A paper that I follow is listed' : 'A paper is listed',
    'search.matched': 'A paper comes that one of my saved searches finds',
    'comment.created': isOwn ? 'Somebody comments on a paper that I submitted' : 'Somebody comments',
  }
}

/** `Sends a message when a day has closed, when a paper passes 10 votes.` */
export function tellsInWords(events: readonly WebhookEvent[], votes: number, whose: Whose): string {
  const isOwn = whose === 'person'
  const words: Record<WebhookEvent, string> = {
    'day.closed': 'when a day has closed',
    'paper.votes': `when a paper ${isOwn ? 'that you follow ' : ''}passes ${plural(votes, 'vote')}`,
    'paper.listed': isOwn ? 'when a paper that you follow is listed' : 'when a paper is listed',
    'search.matched': 'when a paper comes that one of your saved searches finds',
    'comment.created': isOwn ? 'when somebody comments on a paper that you submitted' : 'when somebody comments',
  }
  const all = events.map((event) => words[event])
  const last = all.pop()
  if (!last) return 'Sends nothing.'
  return `Sends a message ${all.length > 0 ? `${all.join(', ')} and ${last}` : last}.`
}

/** A message of the log by what it was. */
export const eventWords: Record<WebhookEvent | 'webhook.test', string> = {
  'day.closed': 'Day closed',
  'paper.votes': 'Votes passed',
  'paper.listed': 'Listed',
  'search.matched': 'Search',
  'comment.created': 'Comment',
  'webhook.test': 'Test',
}

type Tried = {
  state: 'waiting' | 'sent' | 'failed'
  status: number | null
  answer: string | null
  attempts: number
  nextAt: number
}

/** What the receiver said, and whether it was taken. */
export function answerInWords({ status, answer }: Pick<Tried, 'status' | 'answer'>): string {
  return [status, answer].filter((part) => part !== null && part !== '').join(' ')
}

/** What comes of it now: nothing to say of a message that arrived at once. Times are UTC. */
export function fateInWords({ state, attempts, nextAt }: Tried, now: number): string {
  if (state === 'sent') return attempts > 1 ? `arrived after ${attempts} tries` : ''
  if (state === 'failed') return attempts === 0 ? '' : `given up after ${plural(attempts, 'try', 'tries')}`
  if (attempts === 0) return 'on its way'
  const again = nextAt <= now ? 'now' : timeInWords(nextAt, now)
  return `${plural(attempts, 'try', 'tries')}, again ${again}`
}
