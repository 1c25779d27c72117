import { cleanLine } from '@/lib/clean-text'
import { isDay } from '@/lib/days'
import { paperIdFromSegment } from '@/lib/paper-id'
import { isCategory } from '@/lib/pool-address'

/* Where feeds are: /feeds/newest.atom, /feeds/day/2026-06-02.json, /feeds/author/Ada%20Quill.rss and so on. */

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What a feed tells of. */
export type FeedSubject =
  | { of: 'newest' }
  | { of: 'trending' }
  | { of: 'search' }
  | { of: 'day'; day: string }
  | { of: 'category'; category: string }
  | { of: 'author'; name: string }
  | { of: 'member'; name: string }
  | { of: 'paper'; id: string }
  | { of: 'list'; id: string }

export type FeedAddress = { subject: FeedSubject; format: FeedFormat }

export type ReadFeedPath = ({ ok: true } & FeedAddress) | { ok: false; error: string }

export const opmlPath = '/feeds/opml.xml'

/** As browsers and feed readers know them. */
export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

const longestName = 100

/** Reads the path of a feed, however it is spelled; what is wrong with it is said in a sentence. */
export function readFeedPath(pathname: string): ReadFeedPath {
  const [, path = '', ending] = /^\/feeds\/(.+)\.(\w+)$/.exec(pathname) ?? []
  const format = feedFormats.find((known) => known === ending)
  if (!format) return no('There is no such feed: their addresses end in .rss, .atom or .json.')
  const [kind = '', ...rest] = path.split('/').map(decoded)
  const subject = kind === 'newest' || kind === 'trending' || kind === 'search' ? alone(kind, rest) : one(kind, rest)
  return typeof subject === 'string' ? no(subject) : { ok: true, subject, format }
}

/** The one path of a feed, from the root. */
export function feedPath(subject: FeedSubject, format: FeedFormat): string {
  return `/feeds/${pathOf(subject)}.${format}`
}

/** A feed as a page offers it; `query` is what the address of a search needs. */
export type OfferedFeed = { subject: FeedSubject; title: string; query?: string }

export const newestFeed: OfferedFeed = { subject: { of: 'newest' }, title: 'Newest papers' }

/** What a page says in its head so that readers find its feeds: the types that its metadata wants. */
export function feedLinks(...feeds: readonly OfferedFeed[]): Record<string, { url: string; title: string }[]> {
  return Object.fromEntries(
    feedFormats.map((format) => [
      feedTypes[format],
      feeds.map(({ subject, title, query = '' }) => ({ url: feedPath(subject, format) + query, title })),
    ]),
  )
}

function pathOf(subject: FeedSubject): string {
  switch (subject.of) {
    case 'day':
      return `day/${subject.day}`
    case 'category':
      return `category/${subject.category}`
    case 'author':
      return `author/${encodeURIComponent(cleanLine(subject.name))}`
    case 'member':
      return `member/${subject.name}/comments`
    case 'paper':
      return `paper/${subject.id}/comments`
    case 'list':
      return `list/${subject.id}`
    default:
      return subject.of
  }
}

const unknown = 'There is no such feed.'

function alone(of: 'newest' | 'trending' | 'search', rest: readonly string[]): FeedSubject | string {
  return rest.length === 0 ? { of } : unknown
}

/** A name may hold a slash, and so may an old id of arXiv's; on its way a slash may come as it is. */
function one(kind: string, rest: readonly string[]): FeedSubject | string {
  const value = rest.join('/')
  const [, talked = ''] = /^(.+)\/comments$/.exec(value) ?? []
  switch (kind) {
    case 'day':
      return isDay(value) ? { of: 'day', day: value } : 'There is no such day: write it as in 2026-06-02.'
    case 'category':
      return isCategory(value)
        ? { of: 'category', category: value }
        : 'There is no such category: write it as in cs.LG.'
    case 'author': {
      const name = cleanLine(value)
      const fits = name !== '' && name.length <= longestName
      return fits ? { of: 'author', name } : `An author’s name has from 1 to ${longestName} characters.`
    }
    case 'member':
      return /^[\w-]{1,60}$/.test(talked) ? { of: 'member', name: talked } : 'There is nobody of that name.'
    case 'paper': {
      const id = paperIdFromSegment(talked)
      return id ? { of: 'paper', id } : 'There is no paper of that id.'
    }
    case 'list':
      return /^[\w-]{1,60}$/.test(value) ? { of: 'list', id: value } : 'There is no such list.'
    default:
      return unknown
  }
}

function no(error: string): ReadFeedPath {
  return { ok: false, error }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // a stray % stands for itself
  }
}
