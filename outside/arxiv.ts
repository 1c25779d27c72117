import { z } from 'zod'
import { env } from '@/env'
import { parseDoi } from '@/lib/doi'
import type { FoundPaper } from '@/lib/found-paper'
import { paperIdFromSegment, paperVersion, parsePaperId } from '@/lib/paper-id'
import { isCategory } from '@/lib/pool-address'
import { saysWithdrawn } from '@/lib/withdrawn'
import { ask, forPerson, Outside, type Patience, type Service } from '@/outside/polite'
import { tidy } from '@/outside/tidy'
import { parseXml, textOf } from '@/outside/xml'

/** Its terms of use: one request every three seconds, one at a time, for all of its services together. */
export const arxiv: Service = { name: 'arXiv', turn: 'arxiv.org', pace: 3_000, hosts: /(?:^|\.)arxiv\.org$/ }

const hour = 3_600_000

type Options = { patience?: Patience; signal?: AbortSignal }

/**
 * Papers by their ids, from the Atom API. Those that arXiv does not have are left out. An old id comes back without its
 * subject: math/0309136 for math.GT/0309136.
 * @throws Outside
 */
export async function fetchArxiv(
  ids: readonly string[],
  { patience = forPerson, signal }: Options = {},
): Promise<FoundPaper[]> {
  if (ids.length === 0) return []
  const query = new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) })
  return ask(`${env.ARXIV_API_URL}?${query}`, {
    service: arxiv,
    patience,
    read: (text) => read(text, ids),
    reads: [400], // an error of arXiv's is an Atom entry, with that status or without
    keep: hour,
    // What it has not today it may have tomorrow.
    isWorthKeeping: (papers) => papers.length === ids.length,
    signal,
  })
}

const feedSchema = z.object({
  feed: z.union([z.object({ entry: z.array(z.unknown()).default([]) }), z.string().transform(() => ({ entry: [] }))]),
})

const instant = textOf.transform((text) => Date.parse(text)).pipe(z.number())

const entrySchema = z.object({
  id: textOf,
  title: textOf,
  summary: textOf.default(''),
  published: instant,
  updated: instant.optional().catch(undefined),
  author: z.array(z.object({ name: textOf })).default([]),
  category: z.array(z.object({ '@term': z.string() })).default([]),
  primary_category: z.object({ '@term': z.string() }).optional().catch(undefined),
  doi: textOf.optional(),
  comment: textOf.optional(),
  journal_ref: textOf.optional(),
})

function read(text: string, asked: readonly string[]): FoundPaper[] {
  const { feed } = feedSchema.parse(parseXml(text))
  for (const entry of feed.entry) refuseError(entry)
  // For an id that it has not, arXiv has answered with an entry that says nothing.
  const papers = feed.entry.flatMap((entry) =>
    hasTitle.safeParse(entry).success ? [paperOf(entrySchema.parse(entry))] : [],
  )
  refuseOthers(papers, asked)
  return papers
}

/** A proxy on the way may answer what somebody else asked. */
function refuseOthers(papers: readonly FoundPaper[], asked: readonly string[]) {
  const ids = new Set(asked.map(withoutSubject))
  const other = papers.find(({ id }) => !ids.has(withoutSubject(id)))
  if (!other) return
  const cause = new Error(`It answers with ${other.id} to ${asked.join(', ')}`)
  throw new Outside('broken', arxiv.name, { cause })
}

/** Of an id with version or without: math/0309136 for math.GT/0309136v1. */
function withoutSubject(id: string): string {
  return (parsePaperId(id) ?? id).replace(/\.[A-Z]{2}\//, '/')
}

const hasTitle = z.object({ title: textOf.refine((title) => title.trim() !== '') })
const errorSchema = z.object({ id: textOf.refine((id) => id.includes('/api/errors')), summary: textOf.default('') })

function refuseError(entry: unknown) {
  const error = errorSchema.safeParse(entry).data
  if (!error) return
  const cause = new Error(error.summary)
  throw new Outside(/incorrect id|malformed id/i.test(error.summary) ? 'missing' : 'broken', arxiv.name, { cause })
}

function paperOf(entry: z.output<typeof entrySchema>): FoundPaper {
  const [, segment = ''] = /\/abs\/(.+)$/.exec(entry.id.trim()) ?? []
  const id = paperIdFromSegment(segment)
  if (id === null) throw new Error(`No id: ${entry.id}`)
  const terms = [entry.primary_category, ...entry.category].flatMap((category) => category?.['@term'] ?? [])
  const note = noteOf(entry.comment, entry.journal_ref)
  const paper = tidy({
    id,
    source: 'arxiv',
    title: entry.title,
    abstract: entry.summary,
    authors: entry.author,
    categories: terms.filter(isCategory), // classes of the ACM and MSC are there too
    publishedAt: entry.published,
    updatedAt: entry.updated ?? null,
    version: paperVersion(segment),
    doi: parseDoi(entry.doi?.trim().split(/\s+/)[0] ?? ''), // some papers have several
    note,
    sourceUrl: null,
    isWithdrawn: false,
  })
  return { ...paper, isWithdrawn: saysWithdrawn(paper.note, paper.abstract) }
}

/** What authors remark, and where it appeared when they do not say so themselves. */
export function noteOf(comment: string | undefined, journal: string | undefined): string | null {
  const parts = [comment, journal].map((part) => part?.trim()).filter((part) => part)
  return [...new Set(parts)].join('; ') || null
}
