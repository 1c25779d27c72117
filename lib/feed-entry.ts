import { namesInShort } from '@/lib/author-names'
import { cleanLine } from '@/lib/clean-text'
import { formatDate, formatDayLong } from '@/lib/days'
import { feedPath } from '@/lib/feed-address'
import type { Site } from '@/lib/letters'
import { paperLinks } from '@/lib/links'
import { mathAsText } from '@/lib/math-words'
import type { Author } from '@/lib/paper'
import { paperPath } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'
import { escapeHtml, plural, shorten } from '@/lib/text'
import { xmlText } from '@/lib/xml-text'

/** What a feed tells of, before it is written in any format. Times are ms, addresses are whole. */
export type FeedEntry = {
  /** The address of what it is about, which never changes. */
  id: string
  url: string
  title: string
  /** Safe HTML without MathML, which feed readers drop. */
  html: string
  /** Of it, the paper's abstract or all of the comment. */
  about: string
  /** When it came to where the feed looks. */
  at: number
  /** When its text changed last; votes and comments are no change. */
  updatedAt: number
  authors: { name: string; url?: string }[]
  categories: string[]
  /** Null for comments. */
  paper: FeedPaper | null
  /** The address of the comment that this one answers, and its page. */
  answers: { id: string; url: string } | null
}

/** What programs want to know of a paper. */
export type FeedPaper = {
  id: string
  upvotes: number
  comments: number
  /** Where its comments are read, and their feed. */
  talk: string
  talkFeed: string
  /** The day that it is listed on here. */
  day: string | null
  publishedAt: number
  withdrawnAt: number | null
  /** Where the paper itself is. */
  source: string | null
}

/** A paper as a feed needs it; times are ms. */
export type PaperForFeed = {
  id: string
  title: string
  abstract: string | null
  summary: string | null
  summarySource: string | null
  authors: readonly Author[]
  authorCount: number
  categories: readonly string[]
  publishedAt: number
  updatedAt: number | null
  withdrawnAt: number | null
  upvotes: number
  comments: number
  listing: { day: string; submittedAt: number } | null
  sourceUrl: string | null
  projectPage: string | null
  codeUrl: string | null
  doi: string | null
}

/** A comment as a feed needs it; times are ms. */
export type CommentForFeed = {
  id: string
  paperId: string
  parentId: string | null
  author: { name: string; fullName: string | null } | null
  /** Sanitized HTML. */
  html: string
  createdAt: number
  editedAt: number | null
}

/** @param at when it came to the list that the feed shows; without it, when it was listed on its day, else published */
export function paperEntry(paper: PaperForFeed, { url }: Site, at?: number): FeedEntry {
  const page = `${url}${paperPath(paper.id)}`
  const came = at ?? paper.listing?.submittedAt ?? paper.publishedAt
  const facts: FeedPaper = {
    id: paper.id,
    upvotes: paper.upvotes,
    comments: paper.comments,
    talk: `${page}#talk`,
    talkFeed: `${url}${feedPath({ of: 'paper', id: paper.id }, 'atom')}`,
    day: paper.listing?.day ?? null,
    publishedAt: paper.publishedAt,
    withdrawnAt: paper.withdrawnAt,
    source: linksOf(paper)[0]?.href ?? null,
  }
  return {
    id: page,
    url: page,
    title: readable(paper.title) || paper.id,
    html: onceRead(paperHtml(paper, facts, page)),
    about: onceRead(aboutOf(paper).join('\n')),
    at: came,
    updatedAt: Math.max(came, paper.updatedAt ?? 0, paper.withdrawnAt ?? 0),
    authors: paper.authors.map(({ name }) => ({ name: readable(name) })).filter(({ name }) => name !== ''),
    categories: [...paper.categories],
    paper: facts,
    answers: null,
  }
}

/** @param told whose paper it stands under, and whom it answers */
export function commentEntry(
  comment: CommentForFeed,
  told: { paperTitle: string; replyTo: string | null },
  { url }: Site,
): FeedEntry {
  const page = `${url}${paperPath(comment.paperId)}`
  const { author, createdAt, editedAt, parentId } = comment
  const who = author?.fullName ?? author?.name ?? 'Somebody who left'
  const whom = told.replyTo === null ? '' : ` to ${told.replyTo}`
  const here = `${page}#comment-${comment.id}`
  const above = `${page}#comment-${parentId}`
  const html = onceRead(wholeAddresses(mathAsText(comment.html), url, page))
  return {
    id: here,
    url: here,
    title: `${cleanLine(who + whom)} on “${shorten(readable(told.paperTitle), longestTitle)}”`,
    html,
    about: html,
    at: createdAt,
    updatedAt: editedAt ?? createdAt,
    authors: [author ? { name: cleanLine(who), url: `${url}/user/${author.name}` } : { name: who }],
    categories: [],
    paper: null,
    answers: parentId === null ? null : { id: above, url: above },
  }
}

const longestTitle = 200
const mostNames = 20

function paperHtml(paper: PaperForFeed, facts: FeedPaper, page: string): string {
  const { withdrawnAt, publishedAt, categories, authorCount } = paper
  const names = paper.authors.map(({ name }) => readable(name)).filter(Boolean)
  const by = names.length > 0 ? namesInShort(names, mostNames) : authorCount > 0 ? plural(authorCount, 'author') : null
  const told = [
    plural(facts.upvotes, 'upvote'),
    facts.day && `listed on ${formatDayLong(facts.day)}`,
    `published ${formatDate(publishedAt)}`,
    ...categories,
  ]
  const discuss = facts.comments === 0 ? 'Discuss it' : plural(facts.comments, 'comment')
  const links = [
    link(page, 'Vote here'),
    link(facts.talk, discuss),
    ...linksOf(paper).map(({ href, label }) => link(href, label)),
  ]
  return [
    withdrawnAt !== null && '<p><strong>Withdrawn by its authors.</strong></p>',
    ...aboutOf(paper),
    by && `<p>By ${escapeHtml(by)}</p>`,
    `<p>${told
      .filter(Boolean)
      .map((fact) => escapeHtml(String(fact)))
      .join(' · ')}</p>`,
    `<p>${links.join(' · ')}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** The abstract, or, named as such, what somebody else wrote in its place. */
function aboutOf({ abstract, summary, summarySource }: PaperForFeed): string[] {
  if (abstract) return paragraphs(abstract)
  if (!summary) return ['<p>No abstract is known here.</p>']
  const whose = summarySource ? `Summary by ${escapeHtml(readable(summarySource))}` : 'Summary'
  return [`<p>${whose}, in place of an abstract:</p>`, ...paragraphs(summary)]
}

function paragraphs(text: string): string[] {
  return plainTitle(text)
    .split(/\n{2,}/)
    .map(cleanLine)
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
}

function linksOf({ id, sourceUrl, projectPage, codeUrl, doi }: PaperForFeed) {
  // Stars come and go without a word; what a feed says changes with what happened.
  return paperLinks({ id, sourceUrl, projectPage, codeUrl, codeStars: null, doi })
}

function link(href: string, label: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`
}

/** A reader elsewhere does not know what `/papers/…` and `#…` belong to. */
function wholeAddresses(html: string, siteUrl: string, page: string): string {
  return html.replace(/ href="(?=\/(?!\/))/g, ` href="${siteUrl}`).replace(/ href="(?=#)/g, ` href="${page}`)
}

/** Some readers take entities for signs twice: what was typed like a tag is none for them either. */
function onceRead(html: string): string {
  return xmlText(html).replace(/&(?:#60|#x3c|lt);(?=[a-z/!?])/gi, '$&<wbr>')
}

function readable(text: string): string {
  return cleanLine(plainTitle(text))
}
