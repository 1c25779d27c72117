import { arxivIdOfDoi, doiInAddress, parseDoi } from '@/lib/doi'
import { withoutEnd } from '@/lib/found-links'
import { arxivAbstract, doiAddress } from '@/lib/links'
import { ownId } from '@/lib/own-id'
import { isArxivId, parsePaperId } from '@/lib/paper-id'

/** Where the metadata of a paper is to be had. `id` of arXiv without version, `doi` in lower case. */
export type SourceAsked =
  | { kind: 'arxiv'; id: string }
  | { kind: 'doi'; doi: string }
  | { kind: 'openreview'; id: string }
  | { kind: 'page'; url: string }

/**
 * The paper that somebody means who pastes an id, an address or a DOI, with words around it or without. An arXiv paper
 * is one however it is named: by its address here, at Hugging Face or alphaXiv, or by its DOI.
 * @returns null when the text names no paper; a page is taken for one
 */
export function sourceAsked(text: string): SourceAsked | null {
  if (text.length > longest) return null
  const visible = text.replace(invisible, '')
  const found = [...visible.matchAll(address)].flatMap(([match]) => fromAddress(withoutEnd(match)) ?? [])
  // Where a paper is told in two ways, arXiv knows it best, and a page least.
  return (
    found.find(({ kind }) => kind === 'arxiv') ??
    found.find(({ kind }) => kind !== 'page') ??
    fromWords(unwrapped(visible)) ??
    found[0] ??
    null
  )
}

/** The id of the paper's page here. */
export function idOfAsked(asked: SourceAsked): string {
  if (asked.kind === 'arxiv') return asked.id
  if (asked.kind === 'doi') return ownId(`doi:${asked.doi}`)
  if (asked.kind === 'openreview') return ownId(`openreview:${asked.id}`)
  return ownId(`url:${asked.url.replace(/^https?:\/\/(?:www\.)?/, 'https://').replace(/\/$/, '')}`)
}

/** Where the paper is to be read, for people. */
export function addressOfAsked(asked: SourceAsked): string {
  if (asked.kind === 'arxiv') return arxivAbstract(asked.id)
  if (asked.kind === 'doi') return doiAddress(asked.doi)
  if (asked.kind === 'openreview') return `https://openreview.net/forum?id=${asked.id}`
  return asked.url
}

// Longer than any address that browsers pass on.
const longest = 4_000
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
// Up to a sign that no address holds, those of Chinese and Japanese sentences included.
const address = /https?:\/\/[^\s<>"'`{}|\\^“”‘’«»\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d]+/gi

function fromAddress(text: string): SourceAsked | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const host = url.hostname.replace(/\.$/, '')
  if (url.username || url.password) return null
  if (tellsArxivIds.test(host) || /\/papers\/(?:[^/]+\/)?[^/]+\/?$/.test(url.pathname)) {
    const id = arxivIdIn(url.pathname)
    if (id) return { kind: 'arxiv', id }
  }
  if (host === 'openreview.net' || host.endsWith('.openreview.net')) return fromOpenReview(url)
  const doi = doiInAddress(url)
  if (doi) return fromDoi(doi)
  return tellsNothingElse.test(host) ? null : { kind: 'page', url: withoutTracks(url) }
}

const tellsArxivIds =
  /(?:^|\.)(?:arxiv\.org|lanl\.gov|alphaxiv\.org|ar5iv\.org|huggingface\.co|hf\.co|scirate\.com|semanticscholar\.org|adsabs\.harvard\.edu)$/
const tellsNothingElse = /(?:^|\.)(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|doi\.org)$/

// The archives of the ids of before April 2007.
const archives =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|' +
  'funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|' +
  'q-alg|q-bio|quant-ph|solv-int|stat|supr-con'
const id = `(?:\\d{4}\\.\\d{4,5}|(?:${archives})(?:\\.[A-Z]{2})?/\\d{7})(?:v[1-9]\\d{0,2})?`
const idInPath = new RegExp(`/(?:arxiv:)?(${id})(?![\\w-])`, 'i')
const idAfterName = new RegExp(`\\barxiv(?:\\.org)?[\\s:：./]*(?:(?:abs|pdf)/)?(${id})(?![\\w-])`, 'i')
const idAlone = new RegExp(`^(${id})(?:\\.pdf)?(?:\\s*\\[[\\w.-]+\\].*)?$`)

function arxivIdIn(path: string): string | null {
  return arxivId(idInPath.exec(path.replace(/%2f/gi, '/').replace(/%3a/gi, ':'))?.[1])
}

function arxivId(text: string | undefined): string | null {
  const found = text === undefined ? null : parsePaperId(text)
  return found && isArxivId(found) ? found : null
}

function fromOpenReview({ pathname, searchParams }: URL): SourceAsked | null {
  const asked = searchParams.get('id') ?? ''
  const isNote = /^\/(?:forum|pdf|attachment|revisions)$/.test(pathname.replace(/\/$/, ''))
  return isNote && /^[\w-]{4,40}$/.test(asked) ? { kind: 'openreview', id: asked } : null
}

function fromDoi(doi: string): SourceAsked | null {
  const named = arxivIdOfDoi(doi)
  if (named === null) return { kind: 'doi', doi }
  const found = arxivId(named) ?? arxivId(named.replace(/\.[a-z]{2}\//, (subject) => subject.toUpperCase()))
  return found ? { kind: 'arxiv', id: found } : null
}

/** What is no address with its scheme: an id, a DOI, or a known site's address without it. */
function fromWords(text: string): SourceAsked | null {
  const alone = arxivId(idAlone.exec(text)?.[1])
  if (alone) return { kind: 'arxiv', id: alone }
  const doi = doiIn(/^10\.\S+/, text)
  if (doi) return fromDoi(doi)
  if (/^(?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text)) {
    const asked = fromAddress(`https://${text.replace(/^\/\//, '')}`)
    if (asked) return asked.kind === 'page' && !text.startsWith('www.') ? null : asked
  }
  const named = arxivId(idAfterName.exec(text)?.[1])
  if (named) return { kind: 'arxiv', id: named }
  const namedDoi = doiIn(/(?<=\bdoi[\s:：]*(?:\.org\/)?)10\.\S+/i, text)
  return namedDoi ? fromDoi(namedDoi) : null
}

function doiIn(place: RegExp, text: string): string | null {
  return parseDoi(withoutEnd(place.exec(text)?.[0] ?? ''))
}

/** Without the brackets, quotes and stops around it. */
function unwrapped(text: string): string {
  const inner = text
    .trim()
    .replace(/^[\s<([{"'`“‘«]+/, '')
    .replace(/[\s>}"'`”’».,;:!?]+$/, '')
  return withoutEnd(inner)
}

/** As it is kept: without what only says where the reader came from, and without the place on the page. */
function withoutTracks(url: URL): string {
  const kept = new URL(url)
  for (const name of [...kept.searchParams.keys()]) if (tracks.test(name)) kept.searchParams.delete(name)
  // Some sites name their pages behind the #.
  if (!/^#[!/]/.test(kept.hash)) kept.hash = ''
  return kept.href
}

const tracks = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|igshid)$/
