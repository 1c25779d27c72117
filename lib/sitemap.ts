import { escapeHtml } from '@/lib/text'

/* Sitemaps as sitemaps.org describes them: an index that names the parts, and parts that name pages. */

const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** @param addresses of the parts, whole */
export function sitemapIndex(addresses: readonly string[]): string {
  return document(
    'sitemapindex',
    addresses.map((each) => `<sitemap><loc>${escapeHtml(each)}</loc></sitemap>`),
  )
}

/** @param addresses of pages, whole, 50,000 at most */
export function sitemapPart(addresses: readonly string[]): string {
  return document(
    'urlset',
    addresses.map((each) => `<url><loc>${escapeHtml(each)}</loc></url>`),
  )
}

function document(root: string, entries: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${space}>\n${entries.join('\n')}\n</${root}>\n`
}
