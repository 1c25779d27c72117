import { escapeHtml } from '@/lib/text'
import { openStandIn, type Reply, type StandIn } from '@/testing/stand-in'

/* For tests: arXiv, Crossref, OpenReview and GitHub in one server, each in its true shape. */

/** A paper as arXiv has it. */
export type ArxivPaper = {
  id: string
  title: string
  abstract: string
  /** As they were typed, TeX and affiliations included. */
  authors: string
  /** The first is the primary one. */
  categories: string[]
  /** When each version was submitted (ISO 8601). */
  versions: string[]
  /** The day on which OAI-PMH has it. */
  datestamp: string
  comments?: string
  doi?: string
  journalRef?: string
  isWithdrawn?: boolean
  isDeleted?: boolean
}

export type ServicesStandIn = StandIn & {
  arxiv: ArxivPaper[]
  /** By DOI: the `message` of Crossref's answer. */
  works: Map<string, object>
  /** Notes of OpenReview's API 2. */
  notes: Map<string, object>
  /** By owner/name. */
  stars: Map<string, number>
  /** Records on a page of OAI-PMH. */
  pageSize: number
  /** The formats in which OAI-PMH has its records. */
  formats: string[]
  /** Resumption tokens that are not known, each once for each time that it stands here. */
  forgotten: string[]
  /** The settings that lead a site here. */
  settings: Record<'ARXIV_API_URL' | 'ARXIV_OAI_URL' | 'CROSSREF_URL' | 'OPENREVIEW_URL' | 'GITHUB_API_URL', string>
}

/** A paper with everything that a test does not care about filled in. */
export function arxivPaper(given: Partial<ArxivPaper> & { id: string; datestamp: string }): ArxivPaper {
  const before = new Date(Date.parse(`${given.datestamp}T17:30:00Z`) - 86_400_000).toISOString()
  return {
    title: `Paper ${given.id}`,
    abstract: 'We count.',
    authors: 'Mira Sol, Tove Lind',
    categories: ['cs.LG'],
    versions: [before],
    ...given,
  }
}

export async function openServices(): Promise<ServicesStandIn> {
  const known = {
    arxiv: [] as ArxivPaper[],
    works: new Map<string, object>(),
    notes: new Map<string, object>(),
    stars: new Map<string, number>(),
    pageSize: 2,
    formats: ['arXivRaw', 'arXiv'],
    forgotten: [] as string[],
  }
  const standIn = await openStandIn((url) => {
    if (url.pathname === '/api/query') return atom(services, url)
    if (url.pathname === '/oai') return oai(services, url)
    if (url.pathname.startsWith('/works/')) return crossref(services, url)
    if (url.pathname === '/notes') return openReview(services, url)
    return url.pathname.startsWith('/repos/') ? github(services, url) : null
  })
  const { url } = standIn
  const services: ServicesStandIn = Object.assign(standIn, known, {
    settings: {
      ARXIV_API_URL: `${url}/api/query`,
      ARXIV_OAI_URL: `${url}/oai`,
      CROSSREF_URL: url,
      OPENREVIEW_URL: url,
      GITHUB_API_URL: url,
    },
  })
  return services
}

const iso = (at: string) => `${new Date(at).toISOString().slice(0, 19)}Z`

function atom({ arxiv }: ServicesStandIn, { searchParams, href }: URL): Reply {
  const ids = (searchParams.get('id_list') ?? '').split(',').filter(Boolean)
  const bad = ids.find((id) => !/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/.test(id))
  const entries = bad === undefined ? ids.map((id) => atomEntry(arxiv, id)) : [atomError(bad)]
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="${escapeHtml(href)}" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=${ids.map(escapeHtml).join(',')}&amp;start=0&amp;max_results=10</title>
  <id>http://arxiv.org/api/1OIqkxC5IKnjbVOtCsNyPHYSUXc</id>
  <updated>2026-06-03T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${entries.filter(Boolean).length}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">10</opensearch:itemsPerPage>
${entries.join('')}</feed>
`
  return { status: bad === undefined ? 200 : 400, type: 'application/atom+xml', body }
}

/** arXiv finds math/0309136 for math.GT/0309136 as well. */
function atomEntry(arxiv: readonly ArxivPaper[], asked: string): string {
  const id = asked.replace(/v\d+$/, '').replace(/\.[A-Z]{2}\//, '/')
  const paper = arxiv.find((each) => each.id === id)
  if (!paper) return ''
  const { title, abstract, authors, categories, versions, comments, doi, journalRef } = paper
  const ns = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
  const scheme = 'scheme="http://arxiv.org/schemas/atom"'
  const names = authors.replace(/\([^()]*\)/g, '').split(/\s*,\s*|\s+and\s+/)
  const optional = [
    comments && `    <arxiv:comment ${ns}>${escapeHtml(comments)}</arxiv:comment>\n`,
    journalRef && `    <arxiv:journal_ref ${ns}>${escapeHtml(journalRef)}</arxiv:journal_ref>\n`,
    doi && `    <arxiv:doi ${ns}>${escapeHtml(doi)}</arxiv:doi>\n`,
    doi && `    <link title="doi" href="http://dx.doi.org/${escapeHtml(doi)}" rel="related"/>\n`,
  ]
  return `  <entry>
    <id>http://arxiv.org/abs/${id}v${versions.length}</id>
    <updated>${iso(versions.at(-1) ?? '')}</updated>
    <published>${iso(versions[0] ?? '')}</published>
    <title>${escapeHtml(title)}</title>
    <summary>  ${escapeHtml(abstract)}
</summary>
${names.map((name) => `    <author>\n      <name>${escapeHtml(name.trim())}</name>\n    </author>\n`).join('')}${optional.filter(Boolean).join('')}    <link href="http://arxiv.org/abs/${id}v${versions.length}" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${id}v${versions.length}" rel="related" type="application/pdf"/>
    <arxiv:primary_category ${ns} term="${categories[0]}" ${scheme}/>
${categories.map((term) => `    <category term="${term}" ${scheme}/>\n`).join('')}  </entry>
`
}

function atomError(id: string): string {
  const reason = `incorrect id format for ${escapeHtml(id)}`
  return `  <entry>
    <id>http://arxiv.org/api/errors#${reason.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <summary>${reason}</summary>
    <updated>2026-06-03T00:00:00-04:00</updated>
    <link href="http://arxiv.org/api/errors#${reason.replaceAll(' ', '_')}" rel="alternate" type="text/html"/>
    <author>
      <name>arXiv api core</name>
    </author>
  </entry>
`
}

function oai({ arxiv, pageSize, formats, forgotten }: ServicesStandIn, { searchParams: asked }: URL): Reply {
  if (asked.get('verb') !== 'ListRecords') return oaiAnswer('<error code="badVerb">Illegal verb</error>')
  const token = asked.get('resumptionToken')
  const isForgotten = token !== null && forgotten.includes(token)
  if (isForgotten) forgotten.splice(forgotten.indexOf(token), 1)
  if (isForgotten || (token !== null && !token.includes('|')))
    return oaiAnswer('<error code="badResumptionToken">The token has expired</error>')
  const begun = ['set', 'from', 'until'].map((name) => asked.get(name)).concat('0', asked.get('metadataPrefix'))
  const [set, from, until, cursor, format] = token?.split('|') ?? begun
  if (!formats.includes(format ?? '')) return oaiAnswer('<error code="cannotDisseminateFormat">Not this one</error>')
  const found = arxiv.filter(
    ({ datestamp, categories }) =>
      datestamp >= (from ?? '') && datestamp <= (until ?? '9999') && categories.some((each) => setOf(each) === set),
  )
  if (found.length === 0)
    return oaiAnswer('<error code="noRecordsMatch">The combination of arguments gives no records</error>')
  const at = Number(cursor)
  const page = found.slice(at, at + pageSize)
  const next = at + pageSize < found.length ? [set, from, until, at + pageSize, format].join('|') : ''
  const size = `cursor="${at}" completeListSize="${found.length}"`
  const end = token !== null || next !== '' ? `<resumptionToken ${size}>${next}</resumptionToken>` : ''
  return oaiAnswer(
    `<ListRecords>\n${page.map((paper) => record(paper, format === 'arXiv' ? plain : raw)).join('')}${end}\n</ListRecords>`,
  )
}

function setOf(category: string): string {
  const [group = ''] = category.split('.')
  return `${group}:${category.replace('.', ':')}`
}

function oaiAnswer(inner: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>2026-06-03T06:00:00Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXivRaw">http://oaipmh.arxiv.org/oai</request>
${inner}
</OAI-PMH>
`
  return { type: 'text/xml', body }
}

function record(paper: ArxivPaper, metadata: (paper: ArxivPaper) => string): string {
  const { id, datestamp, categories, isDeleted } = paper
  const sets = categories.map((category) => `<setSpec>${setOf(category)}</setSpec>`).join('')
  const header = `<header${isDeleted ? ' status="deleted"' : ''}>
<identifier>oai:arXiv.org:${id}</identifier><datestamp>${datestamp}</datestamp>${sets}
</header>`
  return `<record>\n${header}\n${isDeleted ? '' : metadata(paper)}</record>\n`
}

/** The format that counts no versions. */
function plain({ id, title, abstract, authors, categories, versions, comments, doi }: ArxivPaper) {
  const people = authors.split(/\s*,\s*/).map((name) => {
    const [, forenames = '', keyname = name] = /^(.+) (\S+)$/.exec(name) ?? []
    return `<author><keyname>${escapeHtml(keyname)}</keyname><forenames>${escapeHtml(forenames)}</forenames></author>`
  })
  const optional = [
    versions.length > 1 && `<updated>${versions.at(-1)?.slice(0, 10)}</updated>`,
    comments && `<comments>${escapeHtml(comments)}</comments>`,
    doi && `<doi>${escapeHtml(doi)}</doi>`,
  ]
  return `<metadata>
<arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://arxiv.org/OAI/arXiv/ http://arxiv.org/OAI/arXiv.xsd">
<id>${id}</id><created>${versions[0]?.slice(0, 10)}</created>${optional.filter(Boolean).join('')}<authors>${people.join('')}</authors><title>${escapeHtml(title)}</title><categories>${categories.join(' ')}</categories><license>http://creativecommons.org/licenses/by/4.0/</license><abstract>  ${escapeHtml(abstract)}
</abstract></arXiv>
</metadata>
`
}

function raw({
  id,
  title,
  abstract,
  authors,
  categories,
  versions,
  comments,
  doi,
  journalRef,
  isWithdrawn,
}: ArxivPaper) {
  const history = versions.map((at, i) => {
    const isEmpty = isWithdrawn && i === versions.length - 1
    const [size, type] = isEmpty ? ['0kb', 'I'] : ['812kb', 'D']
    return `<version version="v${i + 1}"><date>${new Date(at).toUTCString()}</date><size>${size}</size><source_type>${type}</source_type></version>\n`
  })
  // v1, v10, v2: as text is sorted.
  const sorted = history.sort()
  const optional = [
    comments && `<comments>${escapeHtml(comments)}</comments>`,
    journalRef && `<journal-ref>${escapeHtml(journalRef)}</journal-ref>`,
    doi && `<doi>${escapeHtml(doi)}</doi>`,
  ]
  return `<metadata>
<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://arxiv.org/OAI/arXivRaw/ http://arxiv.org/OAI/arXivRaw.xsd">
<id>${id}</id><submitter>Mira Sol</submitter>
${sorted.join('')}<title>${escapeHtml(title)}</title><authors>${escapeHtml(authors)}</authors><categories>${categories.join(' ')}</categories>${optional.filter(Boolean).join('')}<license>http://creativecommons.org/licenses/by/4.0/</license><abstract>  ${escapeHtml(abstract)}
</abstract></arXivRaw>
</metadata>
`
}

function crossref({ works }: ServicesStandIn, { pathname }: URL): Reply {
  const work = works.get(decodeURIComponent(pathname.slice('/works/'.length)).toLowerCase())
  if (!work) return { status: 404, type: 'text/plain', body: 'Resource not found.' }
  return json({ status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message: work })
}

function openReview({ notes }: ServicesStandIn, { searchParams }: URL): Reply {
  const id = searchParams.get('id') ?? ''
  const note = notes.get(id)
  if (note) return json({ notes: [note], count: 1 })
  const message = `The Note ${id} was not found`
  return { ...json({ name: 'NotFoundError', message, status: 404 }), status: 404 }
}

function github({ stars }: ServicesStandIn, { pathname }: URL): Reply {
  const name = pathname.slice('/repos/'.length)
  const count = stars.get(name)
  if (count === undefined) return { ...json({ message: 'Not Found', status: '404' }), status: 404 }
  return json({ id: 1, full_name: name, private: false, stargazers_count: count })
}

function json(body: object): Reply {
  return { type: 'application/json', body: JSON.stringify(body) }
}
