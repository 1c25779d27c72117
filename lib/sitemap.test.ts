import { expect, test } from 'vitest'
import { sitemapIndex, sitemapPart } from '@/lib/sitemap'

test('an index names parts, a part names pages, and signs that XML reads are escaped', () => {
  expect(sitemapIndex(['https://papers.test/sitemap/2026-06.xml'])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<sitemap><loc>https://papers.test/sitemap/2026-06.xml</loc></sitemap>\n' +
      '</sitemapindex>\n',
  )
  expect(sitemapPart(['https://papers.test/?a=1&b=2'])).toContain(
    '<url><loc>https://papers.test/?a=1&#38;b=2</loc></url>',
  )
})
