import {
  type Atom,
  generateAtomFeed,
  generateJsonFeed,
  generateOpml,
  generateRssFeed,
  type Json,
  type Rss,
} from 'feedsmith'
import { type FeedFormat, feedTypes } from '@/lib/feed-address'
import type { FeedEntry, FeedPaper } from '@/lib/feed-entry'
import { xmlText } from '@/lib/xml-text'

/** A page of a feed, before it is written in a format. Addresses are whole, times are ms. */
export type Feed = {
  title: string
  /** What it tells of, in a sentence. */
  about: string
  /** The page of the site that shows the same. */
  home: string
  /** The same for all pages and formats of a feed. */
  id: string
  site: { name: string; url: string }
  entries: FeedEntry[]
  /** When it last changed, where no entry says. */
  since: number
  /** Its own address and, by RFC 5005, those of other pages; null where there is none. */
  pages: Record<'self' | 'first' | 'previous' | 'next' | 'last', string | null>
  /** Its first page in each format. */
  formats: Record<FeedFormat, string>
}

/** A feed in a format, as text. */
export function feedDocument(feed: Feed, format: FeedFormat): string {
  const fit = fitting(feed)
  if (format === 'json') return `${JSON.stringify(jsonOf(fit))}\n`
  return tightened(format === 'rss' ? generateRssFeed(rssOf(fit)) : generateAtomFeed(atomOf(fit)))
}

/** A feed among others, by their headings. */
export type FeedFolder = { title: string; feeds: { title: string; url: string; home: string }[] }

/** A list of feeds that readers take in at once. */
export function opmlDocument(title: string, folders: readonly FeedFolder[]): string {
  const outlines = fitting([...folders]).map((folder) => ({
    text: folder.title,
    title: folder.title,
    outlines: folder.feeds.map(({ title, url, home }) => ({
      text: title,
      title,
      type: 'rss',
      xmlUrl: url,
      htmlUrl: home,
    })),
  }))
  return tightened(generateOpml({ head: { title: xmlText(title) }, body: { outlines } }))
}

const language = 'en'
const categoryScheme = 'http://arxiv.org/schemas/atom'

function rssOf(feed: Feed): Rss.Feed<Date> {
  return {
    title: feed.title,
    link: feed.home,
    description: feed.about,
    language,
    lastBuildDate: new Date(changedAt(feed)),
    generator: feed.site.name,
    image: { url: pictureOf(feed), title: feed.title, link: feed.home },
    atom: { links: pageLinks(feed, 'rss') },
    items: feed.entries.map(rssItem),
  }
}

function rssItem(entry: FeedEntry): Rss.Item<Date> {
  const { id, url, title, about, html, at, updatedAt, authors, categories, paper } = entry
  return {
    title,
    link: url,
    description: about,
    content: { encoded: html },
    guid: { value: id, isPermaLink: true },
    pubDate: new Date(at),
    categories: categories.map((name) => ({ name, domain: categoryScheme })),
    dc: { creators: authors.map(({ name }) => name) },
    dcterms: { issued: [new Date(paper?.publishedAt ?? at)], modified: [new Date(updatedAt)] },
    ...(paper && { comments: paper.talk, slash: { comments: paper.comments }, wfw: { commentRss: paper.talkFeed } }),
  }
}

function atomOf(feed: Feed): Atom.Feed<Date> {
  return {
    id: feed.id,
    title: { value: feed.title },
    subtitle: { value: feed.about },
    updated: new Date(changedAt(feed)),
    // A feed has an author where an entry has none.
    authors: [{ name: feed.site.name, uri: feed.site.url }],
    generator: { text: feed.site.name, uri: feed.site.url },
    icon: pictureOf(feed),
    links: [{ rel: 'alternate', type: 'text/html', href: feed.home }, ...pageLinks(feed, 'atom')],
    entries: feed.entries.map(atomEntry),
  }
}

function atomEntry(entry: FeedEntry): Atom.Entry<Date> {
  const { id, url, title, html, at, updatedAt, authors, categories, paper, answers } = entry
  const related = paper?.source ? [{ rel: 'related', href: paper.source }] : []
  const replies = paper ? [{ rel: 'replies', type: feedTypes.atom, href: paper.talkFeed }] : []
  return {
    id,
    title: { value: title },
    published: new Date(at),
    updated: new Date(updatedAt),
    authors: authors.map(({ name, url: uri }) => ({ name, uri })),
    categories: categories.map((term) => ({ term, scheme: categoryScheme })),
    links: [{ rel: 'alternate', type: 'text/html', href: url }, ...related, ...replies],
    content: { type: 'html', value: html },
    // On the link, as RFC 4685 has it too, the library does not declare the namespace.
    ...(paper && { dcterms: { issued: [new Date(paper.publishedAt)] }, thr: { total: paper.comments } }),
    ...(answers && { thr: { inReplyTos: [{ ref: answers.id, href: answers.url, type: 'text/html' }] } }),
  }
}

function jsonOf(feed: Feed) {
  const { pages, site } = feed
  const items = feed.entries.map((entry) => jsonItem(entry, site.url))
  const head: Json.Feed<Date> = {
    title: feed.title,
    home_page_url: feed.home,
    feed_url: pages.self ?? feed.formats.json,
    description: feed.about,
    next_url: pages.next ?? undefined,
    icon: pictureOf(feed),
    language,
    authors: [{ name: site.name, url: site.url }],
    items,
  }
  // The library leaves out a list that is empty, and a feed without items is none.
  return { items: [], ...(generateJsonFeed(head) as object) }
}

function jsonItem(entry: FeedEntry, siteUrl: string) {
  const { id, url, title, html, at, updatedAt, authors, categories, paper } = entry
  return {
    id,
    url,
    external_url: paper?.source ?? undefined,
    title,
    content_html: html,
    date_published: new Date(at),
    date_modified: new Date(updatedAt),
    authors: authors.length > 0 ? authors : undefined,
    tags: categories.length > 0 ? categories : undefined,
    ...(paper && { _paper: { about: `${siteUrl}/about/tools#feeds`, ...jsonPaper(paper) } }),
  }
}

/** Ours, as section “Extensions” of JSON Feed 1.1 lets one add. */
function jsonPaper({ id, upvotes, comments, talk, day, publishedAt, withdrawnAt }: FeedPaper) {
  return {
    id,
    upvotes,
    comments,
    comments_url: talk,
    day,
    published_at: new Date(publishedAt).toISOString(),
    withdrawn_at: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
  }
}

function pageLinks({ pages, formats }: Feed, format: FeedFormat) {
  const known = Object.entries(pages).flatMap(([rel, href]) =>
    href === null ? [] : [{ rel, type: feedTypes[format], href }],
  )
  const others = Object.entries(formats).flatMap(([name, href]) =>
    name === format ? [] : [{ rel: 'alternate', type: feedTypes[name as FeedFormat], href }],
  )
  return [...known, ...others]
}

function changedAt({ entries, since }: Feed): number {
  return entries.length === 0 ? since : Math.max(...entries.map(({ updatedAt }) => updatedAt))
}

function pictureOf({ site }: Feed): string {
  return `${site.url}/apple-icon`
}

/** The same with texts that any format can hold; there is nothing in it that JSON does not know. */
function fitting<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? xmlText(part) : part)) as T
}

/** The library sets what stands in CDATA on lines of its own, which strict readers take for a part of it. */
function tightened(xml: string): string {
  return xml.replace(/>\n *<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n *<\//g, ']]></')
}
