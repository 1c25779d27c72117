import { answerFeed } from '@/app/feeds/answer-feed'
import { listRecentCategories } from '@/db/following'
import { door } from '@/door'
import { env } from '@/env'
import { type FeedSubject, feedPath } from '@/lib/feed-address'
import { opmlDocument } from '@/lib/feed-document'
import { isCategory } from '@/lib/pool-address'

const mostCategories = 40

/** The feeds of the site as OPML, which feed readers take in at once. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ request }) => {
  const categories = (await listRecentCategories(mostCategories)).filter(isCategory)
  const body = opmlDocument(env.SITE_NAME, [
    {
      title: env.SITE_NAME,
      feeds: [
        feed({ of: 'newest' }, 'Newest papers', '/'),
        feed({ of: 'trending' }, 'Trending papers', '/papers/trending'),
      ],
    },
    ...(categories.length > 0 ? [{ title: 'Categories', feeds: categories.map(ofCategory) }] : []),
  ])
  return answerFeed(request, body, 'text/x-opml')
})

function ofCategory(category: string) {
  return feed({ of: 'category', category }, category, `/new/${category}`)
}

function feed(subject: FeedSubject, title: string, home: string) {
  return { title, url: `${env.SITE_URL}${feedPath(subject, 'rss')}`, home: `${env.SITE_URL}${home}` }
}
