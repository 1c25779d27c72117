import type { ReactNode } from 'react'
import type { Paper } from '@/db/types'
import { formatDate } from '@/lib/days'
import { mediaLinks } from '@/lib/links'

type Line = { name: string; source?: string | null; value: ReactNode }

/** The rest of what is known of a paper, a line each; what is not known has none. */
export function Details({ paper }: { paper: Paper }) {
  const { organization, keywords, keywordsSource, categories, note, mediaUrls, publishedAt, updatedAt } = paper
  const media = mediaLinks(mediaUrls)
  const lines: Line[] = []
  if (organization) lines.push({ name: 'From', value: organization.fullName ?? organization.name })
  if (keywords.length > 0) lines.push({ name: 'Keywords', source: keywordsSource, value: keywords.join(', ') })
  if (categories.length > 0) {
    lines.push({ name: categories.length === 1 ? 'Category' : 'Categories', value: categories.join(', ') })
  }
  if (note) lines.push({ name: 'Authors’ note', value: note })
  if (updatedAt !== null && updatedAt > publishedAt) lines.push({ name: 'Revised', value: formatDate(updatedAt) })
  if (media.length > 0) lines.push({ name: 'Media', value: <MediaLinks links={media} /> })
  if (lines.length === 0) return null
  return (
    <dl className="details">
      {lines.map(({ name, source, value }) => (
        <div key={name}>
          <dt>
            {name}
            {source && <span className="source">{source === 'sample' ? 'from the sample' : `by ${source}`}</span>}
          </dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function MediaLinks({ links }: { links: ReturnType<typeof mediaLinks> }) {
  return links.map(({ href, label, note }, i) => (
    <span key={href}>
      {i > 0 && ', '}
      <a className="link" href={href} rel="noreferrer">
        {label}
        {note && ` at ${note}`}
      </a>
    </span>
  ))
}
