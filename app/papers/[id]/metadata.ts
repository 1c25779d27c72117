import type { Metadata } from 'next'
import type { Paper } from '@/db/types'
import { env } from '@/env'
import { citationMeta } from '@/lib/citation-meta'
import { feedLinks } from '@/lib/feed-address'
import { markdownLink } from '@/lib/markdown-address'
import { paperPath } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'
import { shorten } from '@/lib/text'

// What search engines and messengers show of a description.
const longest = 200

/** What others show of a paper's page: its title and abstract as plain text, its one address, its picture. */
export function metadataOf(paper: Paper): Metadata {
  const { id, title, abstract, summary, authors, publishedAt } = paper
  const plain = plainTitle(title)
  const about = plainTitle(abstract ?? summary ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const description = shorten(about || `By ${authors.map(({ name }) => name).join(', ')}`, longest - 1)
  const picture = { url: `${paperPath(id)}/opengraph-image`, width: 1200, height: 630, type: 'image/png', alt: plain }
  return {
    title: plain,
    description,
    alternates: {
      canonical: paperPath(id),
      types: {
        ...feedLinks({ subject: { of: 'paper', id }, title: `Comments on “${plain}”` }),
        ...markdownLink(paperPath(id)),
      },
    },
    openGraph: {
      type: 'article',
      siteName: env.SITE_NAME,
      title: plain,
      description,
      url: paperPath(id),
      publishedTime: new Date(publishedAt).toISOString(),
      images: [picture],
    },
    other: citationMeta(paper, env.SITE_URL),
    twitter: { card: 'summary_large_image', title: plain, description, images: [picture] },
  }
}
