/*
 * arXiv ids without version: 2308.10087 since April 2007, archive/YYMMNNN before. Old ids hold a slash, which an
 * address may carry as it is, as %2F, or, on its way through one segment of a route, as ~. Papers from elsewhere have ids of a space of their own: p- and
 * ten letters and digits, made of what names them there (lib/own-id.ts).
 */

const current = /^\d{4}\.\d{4,5}$/
const old = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7}$/
const own = /^p-[0-9a-hjkmnp-tv-z]{10}$/
const versioned = /^(.+?)v([1-9]\d{0,2})$/

/** An id as it is written, version taken off; null when it is none. */
export function parsePaperId(text: string): string | null {
  if (own.test(text)) return text
  const id = withoutVersion(text)
  if (current.test(id)) return isMonth(id) ? id : null
  return old.test(id) && isMonth(id.slice(id.indexOf('/') + 1)) ? id : null
}

/** The id that a segment of an address stands for, in any of its spellings. */
export function paperIdFromSegment(segment: string): string | null {
  const text = decoded(segment)
  return text === null ? null : parsePaperId(text.replace('~', '/'))
}

/** The version that an address names, as in 2308.10087v2; null when it names none. */
export function paperVersion(segment: string): number | null {
  const text = decoded(segment) ?? ''
  if (own.test(text)) return null
  const [, , version] = versioned.exec(text) ?? []
  return version === undefined ? null : Number(version)
}

/** Whether it is an id of arXiv's, and not of a paper from elsewhere. */
export function isArxivId(id: string): boolean {
  return !own.test(id)
}

/** The one address of a paper's page, from the root. */
export function paperPath(id: string): string {
  return `/papers/${id}`
}

/** The address of a paper in the API, from the root. */
export function apiPaperPath(id: string): string {
  return `/api/papers/${id}`
}

function withoutVersion(text: string): string {
  return versioned.exec(text)?.[1] ?? text
}

/** The two digits of the month are one: 0713.0001 was never given. */
function isMonth(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  return month >= 1 && month <= 12
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null // a stray % is no id
  }
}
