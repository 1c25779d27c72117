import { listDayCounts, listMonthsWithPapers } from '@/db/listings'
import { listIdsPublishedIn } from '@/db/sitemap'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { monthOf, parseMonth, weekOf } from '@/lib/days'
import { paperPath } from '@/lib/paper-id'
import { sitemapPart } from '@/lib/sitemap'

/** A part of the sitemap: the papers of a month, or all lists. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ param }) => {
  const [, part = ''] = /^([\w-]+)\.xml$/.exec(param('part')) ?? []
  const paths = part === 'lists' ? await listPaths() : parseMonth(part) ? await paperPaths(part) : []
  if (paths.length === 0) return refuse(404, 'There is no such part.')
  const xml = sitemapPart(paths.map((path) => env.SITE_URL + path))
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } })
})

async function paperPaths(month: string): Promise<string[]> {
  return (await listIdsPublishedIn(month)).map(paperPath)
}

async function listPaths(): Promise<string[]> {
  const months = await listMonthsWithPapers()
  const [first, last] = [months[0], months.at(-1)]
  const days = first && last ? (await listDayCounts(`${first}-01`, `${last}-31`)).map(({ day }) => day) : []
  const weeks = new Set(days.map(weekOf))
  return [
    '/',
    '/papers/trending',
    '/comments',
    '/about',
    ...[...new Set(days.map(monthOf))].map((month) => `/papers/month/${month}`),
    ...[...weeks].map((week) => `/papers/week/${week}`),
    ...days.map((day) => `/papers/date/${day}`),
  ]
}
