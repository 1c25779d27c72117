import { answerFeed } from '@/app/feeds/answer-feed'
import { type FeedContent, readFeed } from '@/app/feeds/read-feed'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { type FeedFormat, type FeedSubject, feedFormats, feedPath, feedTypes, readFeedPath } from '@/lib/feed-address'
import { type Feed, feedDocument } from '@/lib/feed-document'

// Enough for a day, and for whoever asks once a week.
const pageSize = 50

/** A feed of the site as RSS 2.0, Atom or JSON Feed 1.1, the same for everybody. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request }) => {
  const { pathname, searchParams } = new URL(request.url)
  const asked = readFeedPath(pathname)
  if (!asked.ok) return refuse(404, asked.error)
  const given = searchParams.get('p') ?? '1'
  if (!/^[1-9]\d{0,3}$/.test(given)) {
    return refuse(400, 'p wants the number of a page, from 1.', { p: 'wants the number of a page, from 1' })
  }
  const page = Number(given)
  const { subject, format } = asked
  const found = await readFeed(subject, searchParams, { page, pageSize })
  if (!found.ok) return refuse(found.status, found.error, found.fields)
  if (page > 1 && found.entries.length === 0) return refuse(404, `This feed has no page ${page}.`)
  const body = feedDocument(feedOf(found, subject, format, page), format)
  return answerFeed(request, body, feedTypes[format], found.changedAt)
})

function feedOf(content: FeedContent, subject: FeedSubject, format: FeedFormat, page: number): Feed {
  const { title, about, home, entries, total, hasMore, since, query = '' } = content
  const addressOf = (format: FeedFormat) => `${env.SITE_URL}${feedPath(subject, format)}${query}`
  const pageAt = (n: number) => {
    const url = new URL(addressOf(format))
    if (n > 1) url.searchParams.set('p', String(n))
    return url.href
  }
  return {
    title: `${title} · ${env.SITE_NAME}`,
    about,
    home: `${env.SITE_URL}${home}`,
    id: addressOf('atom'),
    site: { name: env.SITE_NAME, url: env.SITE_URL },
    entries,
    since,
    pages: {
      self: pageAt(page),
      first: pageAt(1),
      previous: page > 1 ? pageAt(page - 1) : null,
      next: hasMore ? pageAt(page + 1) : null,
      last: total === null ? null : pageAt(Math.max(1, Math.ceil(total / pageSize))),
    },
    formats: Object.fromEntries(feedFormats.map((each) => [each, addressOf(each)])) as Feed['formats'],
  }
}
