import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import { newestScope, scopeTitle } from '@/app/markdown/told-list'
import { tellSearch } from '@/app/markdown/told-search'
import { refused, said } from '@/app/mcp/answer'
import { listComments } from '@/db/comments'
import { listFeed } from '@/db/feed'
import { getPaper } from '@/db/papers'
import type { Paper } from '@/db/types'
import { env } from '@/env'
import { utcDay } from '@/lib/days'
import { scopeOf } from '@/lib/feed-query'
import { gistOf } from '@/lib/gist'
import { gistLength, listMarkdown, type ToldList } from '@/lib/list-markdown'
import type { FoundPapers, toolInputs } from '@/lib/mcp-tools'
import { paperPath } from '@/lib/paper-id'
import { paperMarkdown } from '@/lib/paper-markdown'
import { paperTyped } from '@/lib/paper-typed'
import { searchAsked } from '@/lib/search-asked'
import { findSimilarPapers } from '@/outside/similar-papers'

type Given<Name extends keyof typeof toolInputs> = z.infer<(typeof toolInputs)[Name]>
type List = Omit<ToldList, 'papers' | 'ways'> & { papers: Paper[] }

export async function searchPapers({ query, results_limit, concise_only }: Given<'paper_search'>) {
  const asked = searchAsked(new URLSearchParams({ q: query }))
  const typed = await getTyped(query)
  if (typed)
    return tell({ title: `Search: ${query}`, about: ['The paper of that id.'], papers: [typed], from: 1 }, false)
  const { list, hasMore } = await tellSearch(asked, results_limit)
  return tell({ ...list, isConcise: concise_only }, hasMore)
}

export async function readDailyPapers(given: Given<'daily_papers'>): Promise<CallToolResult> {
  const { sort, results_limit: limit, page, concise_only: isConcise } = given
  const scope = scopeOf(given) ?? (sort === 'trending' ? null : await newestScope())
  const offset = (page - 1) * limit
  const { papers, hasMore } = await listFeed({ scope, submitter: null, sort, limit, offset })
  const title = scope ? `Papers of ${scopeTitle(scope)}` : 'Trending papers'
  const about = papers.length === 0 ? ['No papers.'] : hasMore ? [`There are more on page ${page + 1}.`] : []
  return tell({ title, about, papers, from: offset + 1, isConcise }, hasMore)
}

export async function readPaper({ id }: Given<'paper'>): Promise<CallToolResult> {
  const paper = await getTyped(id)
  if (!paper) return refused(noPaper)
  return said(paperMarkdown(paper, await listComments(paper.id), env.SITE_URL))
}

export async function findSimilar({ id, results_limit, concise_only }: Given<'similar_papers'>) {
  const paper = await getTyped(id)
  if (!paper) return refused(noPaper)
  const { papers: similar } = await findSimilarPapers(paper.id, results_limit)
  const papers = similar.map((each) => each.paper)
  const about = papers.length === 0 ? ['None yet.'] : []
  return tell({ title: `Papers similar to ${paper.title}`, about, papers, from: 1, isConcise: concise_only }, false)
}

/** The paper of an id or address; null when it is not known here. */
export async function getTyped(text: string): Promise<Paper | null> {
  const id = paperTyped(text)
  return id === null ? null : getPaper(id)
}

export const noPaper = 'There is no paper of that id here. paper_search finds papers by words.'

function tell(list: List, hasMore: boolean): CallToolResult {
  const isConcise = list.isConcise ?? false
  const found: FoundPapers = { papers: list.papers.map((paper) => lineOf(paper, isConcise)), has_more: hasMore }
  return said(listMarkdown({ ...list, ways: [] }, env.SITE_URL), found)
}

function lineOf(paper: Paper, isConcise: boolean): FoundPapers['papers'][number] {
  const { id, title, abstract, summary, authors, categories, upvotes, comments } = paper
  return {
    id,
    title,
    url: `${env.SITE_URL}${paperPath(id)}`,
    published: utcDay(paper.publishedAt),
    listed: paper.listing?.day ?? null,
    authors: authors.map(({ name }) => name),
    categories,
    upvotes,
    comments,
    abstract: isConcise ? gistOf(summary ?? abstract ?? '', gistLength) : (abstract ?? summary ?? ''),
    code: paper.codeUrl,
  }
}
