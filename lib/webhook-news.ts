import type { WebhookEvent } from '@/lib/webhook-kinds'

/* What webhooks tell, in the shape that a program receives. Times are ISO 8601, UTC; addresses are whole. */

export type NewsPaper = {
  id: string
  /** As its authors wrote it, TeX and all. */
  title: string
  url: string
  /** The first ten. */
  authors: string[]
  authorCount: number
  categories: string[]
  day: string | null
  upvotes: number
  comments: number
}

type NewsOf<Type extends string, Data> = { type: Type; timestamp: string; data: Data }

export type News =
  | NewsOf<
      'day.closed',
      { day: string; url: string; papers: number; upvotes: number; comments: number; top: NewsPaper[] }
    >
  | NewsOf<'paper.votes', { votes: number; paper: NewsPaper }>
  /** `because` says what the person follows; it is empty for the site's. */
  | NewsOf<'paper.listed', { paper: NewsPaper; because: string[] }>
  /** What came for a search that the owner keeps, each paper once; at most as many as mostMatched. */
  | NewsOf<'search.matched', { search: { id: string; name: string; url: string }; papers: NewsPaper[] }>
  | NewsOf<
      'comment.created',
      {
        paper: NewsPaper
        comment: { id: string; url: string; author: string | null; text: string; replyTo: string | null }
      }
    >
  | NewsOf<'webhook.test', { site: string; url: string }>

/** Papers of one message about a search: more of them are told in several. */
export const mostMatched = 50

/** What a message is about, so that it is told once; votes once for each number: `paper.votes:2606.00001@50`. */
export function aboutOf(event: WebhookEvent, what: string, votes?: number): string {
  return votes === undefined ? `${event}:${what}` : `${event}:${what}@${votes}`
}

/** The paper, day or comment that a message is about. */
export function whatOf(about: string): string {
  return about.slice(about.indexOf(':') + 1).replace(/@\d+$/, '')
}
