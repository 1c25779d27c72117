import { z } from 'zod'
import { env } from '@/env'
import { parseDoi } from '@/lib/doi'
import type { FoundPaper } from '@/lib/found-paper'
import { plainAbstract, plainMarkup } from '@/lib/jats'
import { idOfAsked } from '@/lib/source-asked'
import { ask, forPerson, type Patience, type Service } from '@/outside/polite'
import { tidy } from '@/outside/tidy'

export const crossref: Service = { name: 'Crossref', turn: 'crossref.org', pace: 200, hosts: /(?:^|\.)crossref\.org$/ }

const day = 86_400_000

/** What a publisher told Crossref of the work with a DOI. @throws Outside, 'missing' when Crossref has no such DOI */
export function fetchCrossref(
  doi: string,
  { patience = forPerson, signal }: { patience?: Patience; signal?: AbortSignal } = {},
): Promise<FoundPaper> {
  const url = `${env.CROSSREF_URL}/works/${encodeURIComponent(doi)}`
  return ask(url, { service: crossref, patience, read: (text) => read(text, doi), keep: day, signal })
}

const date = z
  .object({ 'date-parts': z.array(z.array(z.number().nullable())) })
  .transform(({ 'date-parts': parts }) => {
    const [year, month, day] = parts[0] ?? []
    return year ? Date.UTC(year, (month ?? 1) - 1, day ?? 1) : null
  })
  .nullish()
  .catch(null)

const texts = z.array(z.string()).nullish().catch(null)

const personSchema = z.looseObject({
  given: z.string().nullish(),
  family: z.string().nullish(),
  suffix: z.string().nullish(),
  name: z.string().nullish(),
})

const workSchema = z.object({
  message: z.object({
    DOI: z.string().nullish(),
    title: texts,
    subtitle: texts,
    abstract: z.string().nullish().catch(null),
    author: z.array(personSchema).nullish().catch(null),
    'container-title': texts,
    published: date,
    'published-online': date,
    'published-print': date,
    posted: date,
    issued: date,
    created: date,
    resource: z
      .object({ primary: z.object({ URL: z.url({ protocol: /^https?$/ }) }) })
      .nullish()
      .catch(null),
    'updated-by': z
      .array(z.looseObject({ type: z.string() }))
      .nullish()
      .catch(null),
  }),
})

function read(text: string, asked: string): FoundPaper {
  const { message: work } = workSchema.parse(JSON.parse(text))
  const publishedAt = earliest(work)
  if (publishedAt === null) throw new Error(`No date: ${asked}`)
  const doi = parseDoi(work.DOI ?? '') ?? asked
  return tidy({
    id: idOfAsked({ kind: 'doi', doi }),
    source: 'doi',
    title: [work.title?.[0] ?? '', work.subtitle?.[0] ?? ''].map(plainMarkup).filter(Boolean).join(': '),
    abstract: plainAbstract(work.abstract ?? ''),
    authors: (work.author ?? []).map((person) => ({ name: plainMarkup(nameOf(person)) })),
    categories: [],
    publishedAt,
    updatedAt: null,
    version: null,
    doi,
    note: plainMarkup(work['container-title']?.[0] ?? ''),
    sourceUrl: work.resource?.primary.URL ?? `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`,
    isWithdrawn: (work['updated-by'] ?? []).some(({ type }) => /^(?:retraction|withdrawal|removal)$/.test(type)),
  })
}

/** Online and in print are months apart; what the DOI was made on comes last, as old works got theirs late. */
function earliest(work: z.output<typeof workSchema>['message']): number | null {
  const named = ['published', 'published-online', 'published-print', 'posted', 'issued'] as const
  const dates = named.flatMap((name) => work[name] ?? [])
  return dates.length > 0 ? Math.min(...dates) : (work.created ?? null)
}

function nameOf({ given, family, suffix, name }: z.output<typeof personSchema>): string {
  return [given, family, suffix].filter(Boolean).join(' ') || (name ?? '')
}
