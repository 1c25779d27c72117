import { type Cited, cslOf } from '@/lib/citation'
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
  const authors = author.map((name) => {
    if ('literal' in name) return name.literal
    const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
    return [[family, name.suffix].filter(Boolean).join(' '), name.given].filter(Boolean).join(', ')
  })
  const isArxiv = isArxivId(id)
  const tags: Record<string, string | string[] | null | false> = {
    citation_title: plainTitle(title),
    citation_author: authors,
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
