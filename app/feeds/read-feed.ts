import { listComments, listCommentsOf } from '@/db/comments'
import {
  type FedPapers,
  listFedAuthor,
  listFedCategory,
  listFedDay,
  listFedFound,
  listFedList,
  listFedNewest,
  listFedTrending,
} from '@/db/feed-papers'
import { getList } from '@/db/lists'
import { getPaper } from '@/db/papers'
import { getProfile } from '@/db/users'
import { env } from '@/env'
import { dayStart, formatDayLong } from '@/lib/days'
import type { FeedSubject } from '@/lib/feed-address'
import { commentEntry, type FeedEntry, paperEntry } from '@/lib/feed-entry'
import { listPath } from '@/lib/list-export'
import { paperPath } from '@/lib/paper-id'
import { noFilters, searchAsked, searchInWords, searchPath } from '@/lib/search-asked'
import { plainTitle } from '@/lib/tex'

/** What a feed says on one of its pages; of `total` entries on all of them, where they were counted. Times are ms. */
export type FeedContent = {
  title: string
  about: string
  /** The page of the site that shows the same, from the root. */
  home: string
  entries: FeedEntry[]
  total: number | null
  hasMore: boolean
  /** When it began, for a feed without entries. */
  since: number
  /** A change that the journal does not tell of. */
  changedAt?: number
  /** What its address needs beside its path. */
  query?: string
}

export type ReadFeed =
  | ({ ok: true } & FeedContent)
  | { ok: false; status: 400 | 404; error: string; fields?: Record<string, string> }

type Paging = { page: number; pageSize: number }

const site = { name: env.SITE_NAME, url: env.SITE_URL }

/** Reads a page of a feed, or says why there is none. */
export function readFeed(subject: FeedSubject, params: URLSearchParams, paging: Paging): Promise<ReadFeed> {
  switch (subject.of) {
    case 'newest':
      return readNewest(paging)
    case 'trending':
      return readTrending(paging)
    case 'day':
      return readDay(subject.day, paging)
    case 'category':
      return readCategory(subject.category, paging)
    case 'search':
      return readSearch(params, paging)
    case 'author':
      return readAuthor(subject.name, paging)
    case 'member':
      return readMember(subject.name, paging)
    case 'paper':
      return readTalk(subject.id, paging)
    case 'list':
      return readList(subject.id, paging)
  }
}

async function readNewest(paging: Paging): Promise<ReadFeed> {
  const found = await listFedNewest(paging)
  return ofPapers(found, { title: 'Newest papers', about: 'Papers as they come onto the daily list.', home: '/' })
}

async function readTrending(paging: Paging): Promise<ReadFeed> {
  const about = 'Papers by votes that fade, the warmest first.'
  return ofPapers(await listFedTrending(paging), { title: 'Trending papers', about, home: '/papers/trending' })
}

async function readDay(day: string, paging: Paging): Promise<ReadFeed> {
  const title = formatDayLong(day)
  const about = `Papers of ${title}, in the order of their votes.`
  return ofPapers(await listFedDay(day, paging), { title, about, home: `/papers/date/${day}`, since: dayStart(day) })
}

async function readCategory(category: string, paging: Paging): Promise<ReadFeed> {
  const filters = { ...noFilters, category }
  const found = await listFedCategory(category, paging)
  return ofPapers(found, {
    title: `Papers in ${category}`,
    about: `Papers of the daily list in ${category}, the newest first.${noneYet(found)}`,
    home: searchPath({ q: '', filters, sort: 'date', page: 1 }),
  })
}

async function readSearch(params: URLSearchParams, paging: Paging): Promise<ReadFeed> {
  const { query, faults, isEmpty, q, filters } = searchAsked(params)
  const [name, fault] = Object.entries(faults).find(([name]) => !['sort', 'p', 'verbatim'].includes(name)) ?? []
  if (name) return { ok: false, status: 400, error: `${name} ${fault}.`, fields: { [name]: `${fault}` } }
  if (isEmpty) {
    const error = 'Say what you look for.'
    return { ok: false, status: 400, error, fields: { q: error } }
  }
  const path = searchPath({ q, filters, sort: 'date', page: 1 })
  const words = searchInWords({ q, filters })
  const found = await listFedFound(query, paging)
  return ofPapers(found, {
    title: `Search: ${words}`,
    about: `What a search for ${words} finds, the newest first.${noneYet(found)}`,
    home: path,
    query: searchPath({ q, filters, sort: 'relevance', page: 1 }, ''),
  })
}

async function readAuthor(name: string, paging: Paging): Promise<ReadFeed> {
  const found = await listFedAuthor(name, paging)
  return ofPapers(found, {
    title: `Papers by ${name}`,
    about: `Papers by ${name} that are known here, the newest first.${noneYet(found)}`,
    home: searchPath({ q: '', filters: { ...noFilters, author: name }, sort: 'date', page: 1 }),
  })
}

async function readList(id: string, paging: Paging): Promise<ReadFeed> {
  // As nobody in particular: feed readers have no account.
  const list = await getList(id, null)
  if (!list) return missing('There is no such list, or it is not public.')
  const { papers, total, hasMore } = await listFedList(id, paging)
  const owner = list.owner.fullName ?? list.owner.name
  return {
    ok: true,
    title: `${list.name}, a list by ${owner}`,
    about: list.about || `Papers chosen by ${owner}, the last first.`,
    home: listPath(id),
    entries: papers.map(({ paper, addedAt }) => paperEntry(paper, site, addedAt)),
    total,
    hasMore,
    since: list.createdAt,
    changedAt: list.updatedAt,
  }
}

async function readMember(name: string, { page, pageSize }: Paging): Promise<ReadFeed> {
  const person = await getProfile(name)
  if (!person) return missing('There is nobody of that name.')
  const comments = await listCommentsOf(person.id, { limit: pageSize, offset: (page - 1) * pageSize })
  const called = person.fullName ?? person.name
  return {
    ok: true,
    title: `Comments by ${called}`,
    about: `What ${called} writes about papers.`,
    home: `/user/${person.name}`,
    entries: comments.map((comment) => commentEntry(comment, comment, site)),
    total: person.counts.comments,
    hasMore: person.counts.comments > page * pageSize,
    since: person.createdAt,
  }
}

async function readTalk(id: string, { page, pageSize }: Paging): Promise<ReadFeed> {
  const paper = await getPaper(id)
  if (!paper) return missing('There is no paper of that id.')
  const all = await listComments(id)
  const written = all.filter(({ state }) => state === 'shown').reverse()
  const authors = new Map(all.map(({ id, author }) => [id, author?.fullName ?? author?.name ?? null]))
  return {
    ok: true,
    title: `Comments on “${plainTitle(paper.title)}”`,
    about: 'What readers write about this paper.',
    home: `${paperPath(id)}#talk`,
    entries: written.slice((page - 1) * pageSize, page * pageSize).map((comment) => {
      const replyTo = comment.parentId === null ? null : (authors.get(comment.parentId) ?? null)
      return commentEntry(comment, { paperTitle: paper.title, replyTo }, site)
    }),
    total: written.length,
    hasMore: written.length > page * pageSize,
    since: paper.publishedAt,
  }
}

type About = Pick<FeedContent, 'title' | 'about' | 'home' | 'query'> & { since?: number }

function ofPapers({ papers, total, hasMore }: FedPapers, { since = 0, ...about }: About): ReadFeed {
  return { ok: true, ...about, entries: papers.map((paper) => paperEntry(paper, site)), total, hasMore, since }
}

/** Who subscribes before the first paper has come is told that nothing is amiss. */
function noneYet({ total }: FedPapers): string {
  return total === 0 ? ' None yet: the first will come here.' : ''
}

function missing(error: string): ReadFeed {
  return { ok: false, status: 404, error }
}
