import type { PhrasingContent, RootContent } from 'mdast'
import { utcDay } from '@/lib/days'
import { gistOf } from '@/lib/gist'
import { bold, heading, inARow, link, paragraph, paragraphsOf, wordsAndMath, writeMarkdown } from '@/lib/markdown-text'
import { paperPath } from '@/lib/paper-id'
import { linksOf, namesOf, type ToldPaper } from '@/lib/paper-markdown'
import { plural } from '@/lib/text'

/** A list of papers to be told. */
export type ToldList = {
  title: string
  /** What it is and how much of it there is, in sentences. */
  about: string[]
  papers: readonly ToldPaper[]
  /** The place of the first of them. */
  from: number
  /** Beginnings of summaries or abstracts instead of whole abstracts. */
  isConcise?: boolean
  /** Where to go on, addresses whole. */
  ways: readonly { label: string; href: string }[]
}

/** Characters that tell whether the rest is worth asking for. */
export const gistLength = 300
// As many as are remembered by.
const mostAuthors = 10

/**
 * A list as Markdown, a section for each paper.
 * @param siteUrl origin of this site, without a slash at the end
 */
export function listMarkdown(list: ToldList, siteUrl: string): string {
  const { title, about, papers, from, ways } = list
  return writeMarkdown([
    heading(1, ...wordsAndMath(title)),
    ...about.map((sentence) => paragraph(...wordsAndMath(sentence))),
    ...papers.flatMap((paper, i) => entryOf(paper, from + i, list.isConcise ?? false, siteUrl)),
    ...(ways.length > 0 ? [heading(2, 'More')] : []),
    ...ways.map(({ label, href }) => paragraph(`${label}: `, link(href, href))),
  ])
}

function entryOf(paper: ToldPaper, place: number, isConcise: boolean, siteUrl: string): RootContent[] {
  const { title, authors, abstract, summary } = paper
  const page = `${siteUrl}${paperPath(paper.id)}`
  const blocks: RootContent[] = [
    heading(2, `${place}. `, link(page, ...wordsAndMath(title))),
    paragraph(inARow(factsOf(paper), ' · ').join('')),
  ]
  if (authors.length > 0) blocks.push(paragraph(bold('Authors:'), ' ', ...namesOf(authors, mostAuthors)))
  const text = isConcise ? gistOf(summary ?? abstract ?? '', gistLength) : (abstract ?? summary ?? '')
  blocks.push(...paragraphsOf(text))
  const links: (PhrasingContent | string)[][] = [
    [link(`${page}.md`, 'More on this paper')],
    ...(isConcise ? [] : linksOf(paper)),
  ]
  blocks.push(paragraph(...links.flatMap((each, i) => (i === 0 ? each : [' · ', ...each]))))
  return blocks
}

function factsOf({ id, upvotes, comments, publishedAt, listing, categories, withdrawnAt }: ToldPaper): string[] {
  return [
    id,
    plural(upvotes, 'upvote'),
    plural(comments, 'comment'),
    `published ${utcDay(publishedAt)}`,
    ...(listing ? [`listed ${listing.day}`] : []),
    ...(categories.length > 0 ? [categories.join(', ')] : []),
    ...(withdrawnAt === null ? [] : ['withdrawn']),
  ]
}
