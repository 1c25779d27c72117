import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { env } from '@/env'
import { authorsOf } from '@/lib/author-line'
import { isDay } from '@/lib/days'
import { parseDoi } from '@/lib/doi'
import type { AnnouncedPaper } from '@/lib/found-paper'
import { parsePaperId } from '@/lib/paper-id'
import { isCategory } from '@/lib/pool-address'
import { saysWithdrawn } from '@/lib/withdrawn'
import { arxiv, noteOf } from '@/outside/arxiv'
import { ask, forJob, Outside, type Patience } from '@/outside/polite'
import { tidy } from '@/outside/tidy'
import { apart, parseXml, textOf } from '@/outside/xml'

type Asked = {
  /** As in cs:cs:LG. */
  set: string
  /** Days, both included, as UTC counts them. */
  from: string
  until: string
  patience?: Patience
  signal?: AbortSignal
}

// A day of all of arXiv has a few thousand records, a thousand or more of them a page.
const mostPages = 500
const mostRestarts = 2

/** The formats in which records are asked for, the one that knows the versions first: mirrors may lack it. */
const formats = ['arXivRaw', 'arXiv'] as const

/**
 * Records of a set that arXiv added or changed from one day to another, page by page as it sends them. A list that it
 * forgets in the middle is begun anew: papers may come twice, none is left out. Records that were deleted are passed over,
 * and those that hold no paper are counted.
 * @throws Outside, also at the end of a list of which nothing could be read
 */
export async function* harvest({ set, from, until, patience = forJob, signal }: Asked) {
  let format = 0
  let token: string | null = null
  let restarts = 0
  let read = 0
  let unreadable = 0
  for (let pages = 0; pages < mostPages; pages++) {
    const first = { verb: 'ListRecords', metadataPrefix: formats[format] ?? '', set, from, until }
    const query = new URLSearchParams(token === null ? first : { verb: 'ListRecords', resumptionToken: token })
    // Some servers send the errors of OAI-PMH with a status of their own.
    const asked = { service: arxiv, patience, read: readPage, reads: [400, 422], signal }
    const page: Page = await ask(`${env.ARXIV_OAI_URL}?${query}`, asked)
    if ('papers' in page) {
      yield { papers: page.papers, unreadable: page.unreadable }
      read += page.papers.length
      unreadable += page.unreadable
      if (page.token === null) {
        if (read === 0 && unreadable > 0) throw broken('None of its records can be read')
        return
      }
      if (page.token === token) break
      token = page.token
    } else if (page.no === 'format' && token === null && format < formats.length - 1) {
      format++
    } else if (page.no === 'list' && token !== null && restarts < mostRestarts) {
      token = null
      restarts++
    } else if (page.no === 'format') {
      throw broken('It has its records in no format that can be read here')
    } else {
      throw broken('It forgets its own list')
    }
  }
  throw broken('The list does not end')
}

/** `no`: the format is not to be had, or the list is forgotten. */
type Page = { papers: AnnouncedPaper[]; unreadable: number; token: string | null } | { no: 'format' | 'list' }

const answerSchema = z.object({
  'OAI-PMH': z.object({
    error: z
      .array(z.union([z.string(), z.looseObject({ '@code': z.string(), '#text': z.string().default('') })]))
      .optional(),
    ListRecords: z
      .union([z.object({ resumptionToken: textOf.nullish().catch(null) }), z.string().transform(() => null)])
      .optional(),
  }),
})

async function readPage(text: string): Promise<Page> {
  const { frame, parts } = apart(text, 'record')
  const { error: errors = [], ListRecords: list } = answerSchema.parse(parseXml(frame))['OAI-PMH']
  const codes = errors.map((error) => (typeof error === 'string' ? error : error['@code']))
  if (codes.includes('noRecordsMatch')) return { papers: [], unreadable: 0, token: null }
  if (codes.includes('badResumptionToken')) return { no: 'list' }
  if (codes.includes('cannotDisseminateFormat')) return { no: 'format' }
  // arXiv would say the same when asked again.
  if (codes.length > 0) throw broken(JSON.stringify(errors))
  if (list === undefined) throw new Error('Neither records nor an error')
  const papers: AnnouncedPaper[] = []
  let unreadable = 0
  for (const part of parts) {
    const record = parseXml(part)
    const read = partSchema.safeParse(record)
    if (read.success) papers.push(paperOf(read.data.record[0]))
    else if (!deletedSchema.safeParse(record).success) unreadable++
    // A thousand of them take a good part of a second, in which nobody could vote.
    await breathe()
  }
  return { papers, unreadable, token: list?.resumptionToken?.trim() || null }
}

function broken(reason: string): Outside {
  return new Outside('broken', arxiv.name, { cause: new Error(reason) })
}

const optionalText = textOf.optional().catch(undefined)

const versionSchema = z.object({
  '@version': z
    .string()
    .regex(/^v\d+$/)
    .transform((text) => Number(text.slice(1))),
  date: textOf.transform((text) => Date.parse(text)).pipe(z.number()),
  size: optionalText,
  source_type: optionalText,
})

const texts = {
  id: textOf.transform((text) => parsePaperId(text.trim())).pipe(z.string()),
  title: textOf.refine((text) => text.trim() !== ''),
  abstract: textOf,
  categories: optionalText,
  comments: optionalText,
  'journal-ref': optionalText,
  doi: optionalText,
}

const moment = textOf.transform((text) => Date.parse(text.trim())).pipe(z.number())

const personSchema = z
  .object({ keyname: optionalText, forenames: optionalText, suffix: optionalText })
  .transform(({ forenames, keyname, suffix }) => [forenames, keyname, suffix].filter(Boolean).join(' '))

const recordSchema = z.object({
  header: z.object({ datestamp: textOf.transform((text) => text.trim().slice(0, 10)).refine(isDay) }),
  metadata: z.union([
    z.object({ arXivRaw: z.object({ ...texts, authors: textOf, version: z.array(versionSchema).min(1) }) }),
    z.object({
      arXiv: z.object({
        ...texts,
        authors: z.object({ author: z.array(personSchema).default([]) }),
        created: moment,
        updated: moment.optional().catch(undefined),
      }),
    }),
  ]),
})

type Record = z.output<typeof recordSchema>
type Dated = Pick<AnnouncedPaper, 'authors' | 'publishedAt' | 'updatedAt' | 'version'> & { isEmpty: boolean }

const partSchema = z.object({ record: z.tuple([recordSchema]) })
const deletedSchema = z.object({
  record: z.tuple([z.object({ header: z.object({ '@status': z.literal('deleted') }) })]),
})

function paperOf({ header, metadata }: Record): AnnouncedPaper {
  const isRaw = 'arXivRaw' in metadata
  const texts = isRaw ? metadata.arXivRaw : metadata.arXiv
  const { isEmpty, ...dated } = isRaw ? datedByVersions(metadata.arXivRaw) : datedByDays(metadata.arXiv)
  const paper = tidy({
    id: texts.id,
    source: 'arxiv',
    title: texts.title,
    abstract: texts.abstract,
    ...dated,
    categories: (texts.categories ?? '').split(/\s+/).filter(isCategory),
    doi: parseDoi(texts.doi?.trim().split(/\s+/)[0] ?? ''),
    note: noteOf(texts.comments, texts['journal-ref']),
    sourceUrl: null,
    isWithdrawn: false,
  })
  return { ...paper, announcedDay: header.datestamp, isWithdrawn: isEmpty || saysWithdrawn(paper.note, paper.abstract) }
}

type Raw = Extract<Record['metadata'], { arXivRaw: unknown }>['arXivRaw']

function datedByVersions({ id, authors, version }: Raw): Dated {
  // They come in no order: v1, v10, v2.
  const versions = version.toSorted((a, b) => a['@version'] - b['@version'])
  const [first, last] = [versions[0], versions.at(-1)]
  if (!first || !last) throw new Error(`No version: ${id}`)
  // What arXiv marks so has nothing to be read any more.
  const isEmpty = last.source_type?.includes('I') === true || /^0\s*kb$/i.test(last.size?.trim() ?? '')
  const names = authorsOf(authors).map((name) => ({ name }))
  return { authors: names, publishedAt: first.date, updatedAt: last.date, version: last['@version'], isEmpty }
}

type Plain = Extract<Record['metadata'], { arXiv: unknown }>['arXiv']

/** This format does not count versions: without an update there is one. */
function datedByDays({ authors, created, updated }: Plain): Dated {
  const names = authors.author.map((name) => ({ name }))
  const version = updated === undefined ? 1 : null
  return { authors: names, publishedAt: created, updatedAt: updated ?? created, version, isEmpty: false }
}
