import { findPaper, type ShownPaper } from '@/app/submit/find-paper'
import { failureInWords, refusalInWords, unreadable } from '@/app/submit/refusals'
import { getPaper } from '@/db/papers'
import { whyNot } from '@/db/submissions'
import type { PoolPaper } from '@/db/types'
import { listVoted } from '@/db/votes'
import { Counter } from '@/door/counter'
import type { UserId } from '@/lib/authority'

/** Where somebody is on the way to the list. */
export type Step =
  | { at: 'start'; refused: string | null }
  /** It was found: is this it? */
  | { at: 'found'; paper: ShownPaper }
  /** It has to be typed; `refused` when a service was asked in vain. */
  | { at: 'type'; link: string; refused: string | null }
  | { at: 'listed'; paper: PoolPaper & { day: string }; isVoted: boolean }

/** What is at an address that somebody pasted, and what they can do with it. */
export async function readStep(asked: string, userId: UserId, now: number): Promise<Step> {
  if (asked === '') return { at: 'start', refused: null }
  if (await new Counter('fetch').count('person', userId))
    return { at: 'start', refused: 'That was a lot at once. Try again in a minute.' }
  const paper = await findPaper(asked, null, now)
  if (paper.ok) {
    const no = await whyNot(paper.id, paper.found)
    if (no?.error === 'listed') return (await readListed(paper.id, userId)) ?? { at: 'start', refused: null }
    return no ? { at: 'start', refused: refusalInWords({ ok: false, ...no }) } : { at: 'found', paper: paper.shown }
  }
  if (paper.why === 'page') return { at: 'type', link: paper.link, refused: null }
  if (paper.why === 'unreadable') return { at: 'start', refused: unreadableInWords(asked) }
  const refused = failureInWords(paper.outside, paper.canType)
  return paper.canType ? { at: 'type', link: paper.link, refused } : { at: 'start', refused }
}

async function readListed(id: string, userId: UserId): Promise<Step | null> {
  const [paper, voted] = await Promise.all([getPaper(id), listVoted(userId, [id])])
  return paper?.listing ? { at: 'listed', paper: { ...paper, ...paper.listing }, isVoted: voted.length > 0 } : null
}

function unreadableInWords(asked: string): string {
  const readsLikeWords = /\s/.test(asked) && !/[:/]/.test(asked)
  return readsLikeWords ? 'That reads like a title. Paste the paper’s address or id.' : unreadable
}
