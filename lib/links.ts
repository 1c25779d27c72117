import { isArxivId } from '@/lib/paper-id'
import { plural } from '@/lib/text'

/** A way out of a paper's page. `note` is what stands beside the word: where it leads, or how many stars. */
export type PaperLink = { label: string; href: string; note?: string }

type Linked = {
  id: string
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  doi: string | null
}

/** The links of a paper in the order in which readers want them. What is not a web address is left out. */
export function paperLinks({ id, sourceUrl, projectPage, codeUrl, codeStars, doi }: Linked): PaperLink[] {
  const source = sourceLink({ id, sourceUrl })
  const links: PaperLink[] = isArxivId(id)
    ? [
        { label: `arXiv ${id}`, href: arxivAbstract(id) },
        { label: 'PDF', href: arxivPdf(id) },
      ]
    : source
      ? [source]
      : []
  const project = webAddress(projectPage)
  if (project) links.push({ label: 'Project page', href: project, note: hostOf(project) })
  const code = webAddress(codeUrl)
  if (code)
    links.push({ label: 'Code', href: code, note: codeStars === null ? hostOf(code) : plural(codeStars, 'star') })
  if (doi && doiAddress(doi) !== source?.href) links.push({ label: 'DOI', href: doiAddress(doi) })
  return links
}

/** Where a paper that is not arXiv's is to be read; null for arXiv's. */
export function sourceLink({ id, sourceUrl }: Pick<Linked, 'id' | 'sourceUrl'>): PaperLink | null {
  const href = isArxivId(id) ? null : webAddress(sourceUrl)
  return href ? { label: 'Paper', href, note: hostOf(href) } : null
}

/** Pictures, films and posts about a paper, each named by its place. */
export function mediaLinks(urls: readonly string[]): PaperLink[] {
  return urls.flatMap((url) => {
    const href = webAddress(url)
    return href ? [{ label: kindOf(href), href, note: hostOf(href) }] : []
  })
}

export function arxivAbstract(id: string): string {
  return `https://arxiv.org/abs/${id}`
}

export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`
}

export function arxivPdf(id: string): string {
  return `https://arxiv.org/pdf/${id}`
}

/** The host as people say it; '' when the address has none. */
export function hostOf(address: string): string {
  return parsed(address)?.hostname.replace(/^www\./, '') ?? ''
}

/** Rows come from elsewhere, so an address may be anything: only those of the web become links. */
function webAddress(text: string | null): string | null {
  const url = parsed(text ?? '')
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

function kindOf(href: string): string {
  const path = parsed(href)?.pathname ?? ''
  if (/\.(mp4|webm|mov|m4v)$/i.test(path)) return 'Video'
  if (/\.(png|jpe?g|gif|webp|avif|svg)$/i.test(path)) return 'Picture'
  return 'Media'
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
