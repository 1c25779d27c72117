import { type Cited, cslOf } from '@/lib/citation'
import type { CitedName } from '@/lib/citation-names'
import { arxivPdf } from '@/lib/links'
import { isArxivId, paperPath } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'

/**
 * The meta tags by which Google Scholar and Zotero read what a page is about, each with what it holds. Of papers that
 * are not arXiv's nobody here knows a PDF.
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 * @param siteUrl origin of this site, without a slash at the end
 */
export function citationMeta(paper: Cited, siteUrl: string): Record<string, string | string[]> {
  const { id, title, abstract, doi, publishedAt } = paper
  const { author = [] } = cslOf(paper, siteUrl)
  const isArxiv = isArxivId(id)
  const tags: Record<string, string | string[] | null | false> = {
    citation_title: plainTitle(title),
    citation_author: author.map(nameForMeta),
    citation_publication_date: new Date(publishedAt).toISOString().slice(0, 10).replaceAll('-', '/'),
    citation_arxiv_id: isArxiv && id,
    citation_doi: doi,
    citation_pdf_url: isArxiv && arxivPdf(id),
    citation_abstract_html_url: `${siteUrl}${paperPath(id)}`,
    citation_abstract: abstract && plainTitle(abstract),
  }
  return Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]) => (value && value.length > 0 ? [[name, value]] : [])),
  )
}

/** `Noor, Ida`. With several words on both sides Zotero would take them for two people: those stay as they are spoken. */
function nameForMeta(name: CitedName): string {
  if ('literal' in name) return name.literal
  const { given = '', suffix, family, 'non-dropping-particle': particle } = name
  const last = [particle, family, suffix].filter(Boolean).join(' ')
  if (given.includes(' ') && last.includes(' ')) return `${given} ${last}`
  return [last, given].filter(Boolean).join(', ')
}
