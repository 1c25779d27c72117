import { isDay, monthOf, parseMonth, parseWeek, weekOf } from '@/lib/days'
import { type FeedFormat, type FeedSubject, feedPath, opmlPath, readFeedPath } from '@/lib/feed-address'
import { issueOfSegment, scopeOfIssue } from '@/lib/letter-issue'
import { markdownAddress } from '@/lib/markdown-address'
import { orders } from '@/lib/order'
import { paperIdFromSegment, paperPath, paperVersion } from '@/lib/paper-id'
import { categoryOfSegment } from '@/lib/pool-address'

/** A page that is the same for everybody, and so may be kept. */
export type SharedPage = {
  /** Path and query under which Next renders it: one for all spellings of the same page. */
  key: string
  /** What it shows; when one of these is forgotten, so is the page. */
  tags: string[]
  /** Ms after which it is made anew even if nothing happened: pages speak of the present ("today", "2 hours ago"). */
  maxAge: number
  kind: 'page' | 'json'
  /** Anyone can make up addresses of this kind without end, so it must not push out others. */
  rare: boolean
  /** What stands in the page when there is something to see; without it the page counts as rare. */
  proof?: string
}

/** As much of a journal row as decides which pages it touches. */
type Change = { kind: string; paperId: string | null; day: string | null; data: Record<string, unknown> | null }

const minute = 60_000

/**
 * The shared page behind an address, or null: then it goes past the cache, as everything does that is personal,
 * unknown or asked for with a query that no shared page has.
 */
export function sharedPage(url: URL): SharedPage | null {
  const route = routeOf(url.pathname)
  if (!route) return null
  const query = readQuery(url.searchParams, route.query)
  if (!query) return null
  const key = query.size > 0 ? `${route.path}?${new URLSearchParams([...query])}` : route.path
  const tags = route.tags(query)
  const { kind, maxAge = minute, proof } = route
  return { key, tags, maxAge, kind, rare: route.rare?.(query) ?? false, proof }
}

/** Where a page has moved to: an arXiv address that somebody pasted names a version, and a paper has one page. */
export function movedTo(pathname: string): string | null {
  const [, segment = ''] = /^\/papers\/(.+)$/.exec(pathname) ?? []
  const id = segment && paperVersion(segment) !== null ? paperIdFromSegment(segment) : null
  return id ? paperPath(id) : null
}

/** The tags that a change forgets, or 'all' where it is not worth finding out. */
export function tagsOf({ kind, paperId, day, data }: Change): string[] | 'all' {
  const paper = paperId ? [paperTag(paperId), 'people'] : ['people']
  const lists = day ? [...dayTags(day), 'front'] : ['front']
  switch (kind) {
    case 'vote':
      return [...paper, ...lists]
    case 'comment':
      return data?.act === 'edited' ? [...paper, 'comments'] : [...paper, ...lists, 'comments']
    case 'revised': // its title stands wherever it is spoken of
    case 'hidden':
    case 'unhidden':
      return [...paper, ...lists, 'comments', 'moderation']
    case 'closed':
    case 'reopened':
      return ['people', 'moderation']
    case 'list':
      return ['people']
    case 'role':
      return ['moderation'] // the person's own row comes with it
    case 'asked':
    case 'released':
    case 'webhook':
      return [] // seen by admins alone
    default:
      return 'all'
  }
}

type Query = ReadonlyMap<string, string>
type Route = {
  path: string
  kind: 'page' | 'json'
  query: Record<string, RegExp>
  tags: (query: Query) => string[]
  maxAge?: number
  rare?: (query: Query) => boolean
  proof?: string
}

const pageNumber = /^[1-9]\d{0,3}$/
const listQuery = { sort: new RegExp(`^(${orders.join('|')})$`), p: pageNumber }
const apiQuery = {
  date: /^[\d-]{1,10}$/,
  week: /^[\dW-]{1,10}$/i,
  month: /^[\d-]{1,10}$/,
  submitter: /^[\w-]{1,60}$/,
  sort: /^\w{1,20}$/,
  p: /^\d{1,5}$/,
  limit: /^\d{1,3}$/,
}

// Nothing in a feed speaks of the present.
const feedMaxAge = 10 * minute

const fixed: Record<string, Omit<Route, 'path'>> = {
  '/': { kind: 'page', query: listQuery, tags: () => ['front'] },
  '/papers': { kind: 'page', query: listQuery, tags: () => ['front'] },
  '/new': { kind: 'page', query: { p: pageNumber }, tags: () => ['front'] },
  '/papers/trending': { kind: 'page', query: { p: pageNumber }, tags: () => ['front'] },
  '/comments': {
    kind: 'page',
    query: { before: /^[\w.:-]{1,80}$/ },
    tags: () => ['comments'],
    rare: (q) => q.size > 0,
  },
  '/moderation': {
    kind: 'page',
    query: { before: /^[\w.:-]{1,80}$/ },
    tags: () => ['moderation'],
    rare: (q) => q.size > 0,
  },
  '/about': { kind: 'page', query: {}, tags: () => ['front'] },
  '/about/tools': { kind: 'page', query: {}, tags: () => ['front'] },
  // No change of the site tells of a new archive, and the page is seldom asked for.
  '/export': { kind: 'page', query: {}, tags: () => [], maxAge: minute / 12 },
  '/llms.txt': { kind: 'page', query: {}, tags: () => ['front'] },
  '/api': { kind: 'page', query: {}, tags: () => [], maxAge: 60 * minute },
  '/api/openapi.json': { kind: 'json', query: {}, tags: () => [], maxAge: 60 * minute },
  '/sitemap.xml': { kind: 'page', query: {}, tags: () => [], maxAge: 10 * minute },
  [opmlPath]: { kind: 'page', query: {}, tags: () => ['front'], maxAge: feedMaxAge },
  '/api/daily_papers': { kind: 'json', query: apiQuery, tags: feedTags, rare: (q) => q.size > 1 },
}

const sitemapPart: Omit<Route, 'path'> = {
  kind: 'page',
  query: {},
  tags: () => [],
  maxAge: 10 * minute,
  rare: () => true,
}

function routeOf(pathname: string): Route | null {
  const path = pathname === '/export/' ? '/export' : pathname // a folder, as people write it
  const known = Object.hasOwn(fixed, path) ? fixed[path] : undefined
  if (known) return { path, ...known }
  if (pathname.endsWith('.md')) return markdownRoute(pathname.slice(0, -'.md'.length))
  const [, scope, value = ''] = /^\/papers\/(date|week|month)\/([\dW-]{1,10})$/.exec(pathname) ?? []
  if (scope) return listRoute(pathname, scope, value)
  if (pathname.startsWith('/new/')) return poolRoute(pathname)
  if (pathname.startsWith('/digest/')) return digestRoute(pathname)
  if (pathname.startsWith('/feeds/')) return feedRoute(pathname)
  const [, name] = /^\/user\/([\w-]{1,60})$/.exec(pathname) ?? []
  if (name) return { path: pathname, kind: 'page', query: {}, tags: () => ['people'] }
  if (/^\/sitemap\/(lists|\d{4}-\d\d)\.xml$/.test(pathname)) return { path: pathname, ...sitemapPart }
  const [, api, rest = ''] = /^(\/api)?\/papers\/(.+)$/.exec(pathname) ?? []
  return api ? paperApiRoute(rest) : paperRoute(rest)
}

/** A page as Markdown moves with it. */
function markdownRoute(page: string): Route | null {
  const route = markdownAddress(page) === null || page === '/' ? null : routeOf(page)
  return route && { ...route, path: `${route.path}.md`, rare: () => true, proof: undefined }
}

/** The pool moves with each vote, as the front page does. */
function poolRoute(path: string): Route | null {
  const [, segment = '', day] = /^\/new\/([\w.-]{1,30})(?:\/([\d-]{10}))?$/.exec(path) ?? []
  const category = categoryOfSegment(segment)
  if (category === undefined || (day === undefined ? category === null : !isDay(day))) return null
  return { path, kind: 'page', query: { p: pageNumber }, tags: () => ['front'], proof: 'data-paper=' }
}

/** A letter moves with its day or week. */
function digestRoute(path: string): Route | null {
  const issue = issueOfSegment(path.slice('/digest/'.length))
  const scope = issue && scopeOfIssue(issue)
  if (!scope) return null
  const tag = `${scope.of === 'day' ? 'date' : 'week'}:${scope.value}`
  return { path, kind: 'page', query: {}, tags: () => [tag], proof: 'data-letter=' }
}

function feedRoute(pathname: string): Route | null {
  const asked = readFeedPath(pathname)
  const tags = asked.ok ? tagsOfFeed(asked.subject) : null
  if (!asked.ok || !tags) return null
  const { subject, format } = asked
  const isCommon = ['newest', 'trending', 'day'].includes(subject.of)
  return {
    path: feedPath(subject, format),
    kind: 'page',
    query: { p: pageNumber },
    tags: () => tags,
    maxAge: feedMaxAge,
    rare: (query) => !isCommon || query.size > 0,
    proof: entryMarks[format],
  }
}

// What only an entry has.
const entryMarks: Record<FeedFormat, string> = { rss: '<guid', atom: '<entry>', json: '"_paper"' }

/** Null for those that change without a row of the journal, or that anybody can make up without end. */
function tagsOfFeed(subject: FeedSubject): string[] | null {
  switch (subject.of) {
    case 'search':
    case 'list':
      return null
    case 'day':
      return [`date:${subject.day}`]
    case 'member':
      return ['comments']
    case 'paper':
      return [paperTag(subject.id)]
    default:
      return ['front']
  }
}

function listRoute(path: string, scope: string, value: string): Route {
  const tags = { date: isDay(value), week: parseWeek(value), month: parseMonth(value) }[scope]
    ? [`${scope}:${value}`]
    : []
  return { path, kind: 'page', query: listQuery, tags: () => tags, proof: 'data-paper=' }
}

function paperRoute(rest: string): Route | null {
  const [, segment = '', leaf = ''] = /^(.+?)(\/similar)?$/.exec(rest) ?? []
  const id = paperIdFromSegment(segment)
  if (!id || paperVersion(segment) !== null) return null
  const path = `/papers/${asSegment(id)}${leaf}`
  // What is withdrawn meanwhile is on it for as long as it is kept: a minute.
  if (leaf) return { path, kind: 'page', query: {}, tags: () => [paperTag(id)], rare: () => true }
  // A quarter of the usual age: its ranks among other papers move without a row that names it.
  return { path, kind: 'page', query: {}, tags: () => [paperTag(id)], maxAge: minute / 4 }
}

function paperApiRoute(rest: string): Route | null {
  const [, segment = '', leaf = ''] = /^(.+?)(\/comments|\/votes\/history|\/similar)?$/.exec(rest) ?? []
  const id = paperIdFromSegment(segment)
  if (!id) return null
  return {
    path: `/api/papers/${asSegment(id)}${leaf}`,
    kind: 'json',
    query: {},
    tags: () => [paperTag(id)],
    rare: () => true,
  }
}

/** Next takes one segment for an id, so the slash of an old one travels as ~ (next.config.js). */
function asSegment(id: string): string {
  return id.replace('/', '~')
}

function paperTag(id: string): string {
  return `paper:${id}`
}

function dayTags(day: string): string[] {
  return [`date:${day}`, `week:${weekOf(day)}`, `month:${monthOf(day)}`]
}

function feedTags(query: Query): string[] {
  const scopes = ['date', 'week', 'month'].filter((scope) => query.has(scope))
  const [scope] = scopes
  const tag = scopes.length === 1 && scope ? `${scope}:${query.get(scope)}` : 'front'
  return query.has('submitter') ? [tag, 'people'] : [tag]
}

const tracking = /^(utm_\w+|fbclid|gclid|ref)$/

/** The query in one order and without what newsletters add; null when it holds anything else or anything twice. */
function readQuery(given: URLSearchParams, known: Record<string, RegExp>): Query | null {
  const query = new Map<string, string>()
  for (const [name, value] of given) {
    if (tracking.test(name)) continue
    if (query.has(name) || !Object.hasOwn(known, name) || !known[name]?.test(value)) return null
    query.set(name, value)
  }
  return new Map([...query].sort(([a], [b]) => (a < b ? -1 : 1)))
}
