import { listPublishedMonths } from '@/db/sitemap'
import { door } from '@/door'
import { env } from '@/env'
import { sitemapIndex } from '@/lib/sitemap'

/** The index: one part for the lists, one for each month in which papers came out. */
export const GET = door({ who: 'anyone', limit: 'read' }, async () => {
  const parts = ['lists', ...(await listPublishedMonths())]
  const xml = sitemapIndex(parts.map((part) => `${env.SITE_URL}/sitemap/${part}.xml`))
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } })
})
