import type { Ask } from '@/bench/request'
import { paperIdAt, papersOfDay, tokenOf, votedPlace, voterOf } from '@/bench/synthetic'

/* The requests of each row. */

const asChromium = { 'accept-encoding': 'gzip, deflate, br, zstd' }
const asPerson = (voter: number) => ({ authorization: `Bearer ${tokenOf(voter)}` })

const newest = paperIdAt(0)
const idsOfPage = Array.from({ length: papersOfDay }, (_, place) => paperIdAt(place)).join(',')

export function dayPage(day: string): Ask {
  return { row: 'day’s page', method: 'GET', path: `/papers/date/${day}` }
}

export const paperPage: Ask = { row: 'paper page', method: 'GET', path: `/papers/${newest}` }

export function dailyPapers(day: string): Ask {
  return { row: 'daily_papers API', method: 'GET', path: `/api/daily_papers?date=${day}` }
}

export const viewerJson: Ask = {
  row: 'viewer JSON',
  method: 'GET',
  path: `/api/viewer?ids=${idsOfPage}`,
  headers: asPerson(0),
}

export function compressed(ask: Ask): Ask {
  return { ...ask, row: `${ask.row}, compressed`, headers: { ...ask.headers, ...asChromium } }
}

/** The same answer, but rendered for each request: a query that no kept page has goes past the cache. */
export function madeAnew(ask: Ask): Ask {
  const { row, path } = ask
  return { ...ask, row: `${row}, made anew`, path: `${path}${path.includes('?') ? '&' : '?'}anew=1` }
}

export const voteRow = 'a vote'

/** The k-th vote in a database of this many papers. */
export function vote(k: number, papers: number): Ask {
  const path = `/api/papers/${paperIdAt(votedPlace(k, papers))}/vote`
  return { row: voteRow, method: 'PUT', path, headers: asPerson(voterOf(k)) }
}

/** The k-th comment in a database of this many papers. */
export function comment(k: number, papers: number): Ask {
  const voter = voterOf(k)
  const headers = {
    ...asPerson(voter),
    'content-type': 'application/json',
    'x-forwarded-for': `10.0.${Math.floor(voter / 250)}.${1 + (voter % 250)}`,
  }
  const body = JSON.stringify({ comment: `Number ${k}: **does this hold** for $n = ${k}$, and in \`float16\`?` })
  // Not under the newest paper, whose page is a row of its own.
  const path = `/api/papers/${paperIdAt(votedPlace(k, papers) || 1)}/comment`
  return { row: 'a comment', method: 'POST', path, headers, body }
}
