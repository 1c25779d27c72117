import type { PhrasingContent, RootContent } from 'mdast'
import { firstNames } from '@/lib/author-names'
import { cleanLine } from '@/lib/clean-text'
import { utcDay } from '@/lib/days'
import { mediaLinks, paperLinks } from '@/lib/links'
import { quoteMarkdown } from '@/lib/markdown-quote'
import {
  bold,
  bullets,
  code,
  heading,
  link,
  paragraph,
  paragraphsOf,
  plain,
  wordsAndMath,
  writeMarkdown,
} from '@/lib/markdown-text'
import type { Author } from '@/lib/paper'
import { apiPaperPath, paperPath } from '@/lib/paper-id'
import { count, plural } from '@/lib/text'
import { buildThread } from '@/lib/thread'

/** What is told of a paper; times are ms since 1970. */
export type ToldPaper = {
  id: string
  title: string
  abstract: string | null
  summary: string | null
  summarySource: string | null
  keywords: string[]
  keywordsSource: string | null
  authors: Author[]
  categories: string[]
  publishedAt: number
  updatedAt: number | null
  upvotes: number
  comments: number
  carriedComments: number
  listing: { day: string } | null
  submitter: { name: string } | null
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  source: string
  sourceUrl: string | null
  doi: string | null
  note: string | null
  mediaUrls: string[]
  organization: { name: string; fullName?: string } | null
  isSample: boolean
  version: number | null
  withdrawnAt: number | null
}

/** A comment as anybody may see it. */
export type ToldComment = {
  id: string
  parentId: string | null
  author: { name: string } | null
  body: string
  createdAt: number
  state: 'shown' | 'deleted' | 'hidden'
}

// More are told by the API; a page of them all would be too much for whoever reads it with a model.
const mostAuthors = 100
const mostCommentCharacters = 100_000

/**
 * A paper's page as Markdown.
 * @param siteUrl origin of this site, without a slash at the end
 */
export function paperMarkdown(paper: ToldPaper, comments: readonly ToldComment[], siteUrl: string): string {
  const page = `${siteUrl}${paperPath(paper.id)}`
  return writeMarkdown([
    heading(1, ...wordsAndMath(paper.title)),
    ...(paper.withdrawnAt === null ? [] : [withdrawnLine(paper.withdrawnAt)]),
    bullets(factsOf(paper, siteUrl)),
    ...aboutOf(paper),
    heading(2, 'Links'),
    bullets([[link(page, 'Page on this site')], ...linksOf(paper)]),
    heading(2, `Comments (${count(paper.comments)})`),
    ...talkOf(paper, comments, siteUrl),
    heading(2, 'Cite'),
    bullets([[link(`${page}.bib`, 'BibTeX')], [link(`${page}.ris`, 'RIS')], [link(`${page}.csl.json`, 'CSL-JSON')]]),
  ])
}

/** Names of authors, the first so many of them. */
export function namesOf(authors: readonly Author[], most: number): PhrasingContent[] {
  const names = authors.map(({ name }) => cleanLine(name))
  const { first, rest } = firstNames(names, most)
  return [plain(rest.length > 0 ? `${first.join(', ')} and ${count(rest.length)} more` : first.join(', '))]
}

/** Where else a paper is, with what is known of the place. */
export function linksOf(paper: ToldPaper): PhrasingContent[][] {
  return [...paperLinks(paper), ...mediaLinks(paper.mediaUrls)].map(({ label, href, note }) => [
    link(href, label),
    ...(note ? [plain(` (${note})`)] : []),
  ])
}

function factsOf(paper: ToldPaper, siteUrl: string): (PhrasingContent | string)[][] {
  const { id, authors, categories, publishedAt, updatedAt, upvotes, listing, submitter, version } = paper
  const { organization, keywords, keywordsSource, note } = paper
  const isRevised = updatedAt !== null && updatedAt > publishedAt
  const facts: [name: string, value: (PhrasingContent | string)[] | null][] = [
    ['Authors', authors.length > 0 ? namesOf(authors, mostAuthors) : null],
    ['Published', [utcDay(publishedAt)]],
    ['Revised', isRevised ? [utcDay(updatedAt), version === null ? '' : `, version ${version}`] : null],
    ['Id', [code(id)]],
    ['Categories', categories.length > 0 ? [categories.join(', ')] : null],
    ['Upvotes', [count(upvotes)]],
    ['Listed', listing && [link(`${siteUrl}/papers/date/${listing.day}`, listing.day)]],
    ['Submitted by', submitter && [cleanLine(submitter.name)]],
    ['From', organization && [cleanLine(organization.fullName ?? organization.name)]],
    [`Keywords${bySource(keywordsSource)}`, keywords.length > 0 ? [cleanLine(keywords.join(', '))] : null],
    ['Authors’ note', note ? wordsAndMath(note) : null],
  ]
  return facts.flatMap(([name, value]) => (value ? [[bold(`${name}:`), ' ', ...value]] : []))
}

/** The authors' words, and those of whoever summed them up, who is always named. */
function aboutOf({ abstract, summary, summarySource, source, isSample }: ToldPaper): RootContent[] {
  const blocks: RootContent[] = [heading(2, 'Abstract')]
  blocks.push(...(abstract ? paragraphsOf(abstract) : [paragraph('There is none here.')]))
  if (summary) blocks.push(heading(2, `Summary${bySource(summarySource)}`), ...paragraphsOf(summary))
  if (source === 'page') blocks.push(paragraph('Title, authors and abstract are as its submitter gave them.'))
  if (isSample) blocks.push(paragraph('This is a sample: a real paper, made-up votes and talk.'))
  return blocks
}

function talkOf(paper: ToldPaper, comments: readonly ToldComment[], siteUrl: string): RootContent[] {
  const all = `${siteUrl}${apiPaperPath(paper.id)}/comments`
  const { told, rest } = asManyAsFit(inThreads(comments))
  const blocks: RootContent[] = []
  if (told.length > 0) blocks.push(paragraph('Written by members and quoted as they typed it.'))
  for (const comment of told) blocks.push(...commentBlocks(comment))
  if (rest > 0) blocks.push(paragraph(`${plural(rest, 'more comment')}: `, link(all, all)))
  if (paper.carriedComments > 0) {
    blocks.push(
      paragraph(
        `${plural(paper.carriedComments, 'comment')} of the site that the paper came from cannot be read here.`,
      ),
    )
  }
  return blocks.length > 0 ? blocks : [paragraph('None yet.')]
}

function commentBlocks({ id, author, parentId, createdAt, body }: ToldComment): RootContent[] {
  const answers = parentId === null ? [] : [', answering ', code(parentId)]
  const at = `${new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return [
    paragraph(bold(author?.name ?? 'Somebody who left'), `, ${at}, `, code(id), ...answers, ':'),
    quoteMarkdown(body),
  ]
}

/** What can be read, each answer after what it answers. */
function inThreads(comments: readonly ToldComment[]): ToldComment[] {
  const ordered: ToldComment[] = []
  const waiting = buildThread(comments).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next.comment)
    waiting.push(...next.replies.toReversed())
  }
  return ordered.filter(({ state }) => state === 'shown')
}

function asManyAsFit(comments: readonly ToldComment[]): { told: ToldComment[]; rest: number } {
  let length = 0
  const end = comments.findIndex(({ body }) => {
    length += body.length
    return length > mostCommentCharacters
  })
  const told = end === -1 ? [...comments] : comments.slice(0, end)
  return { told, rest: comments.length - told.length }
}

function withdrawnLine(at: number): RootContent {
  return paragraph(bold('Withdrawn'), ` by its authors on ${utcDay(at)}.`)
}

function bySource(source: string | null): string {
  if (!source) return ''
  return source === 'sample' ? ' (of the sample)' : ` (by ${cleanLine(source)})`
}
