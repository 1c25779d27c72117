import type { ReactNode } from 'react'
import type { Paper } from '@/db/types'
import { formatDate } from '@/lib/days'
import { mediaLinks } from '@/lib/links'

/** The rest of what is known of a paper, a line each; what is not known has none. */
export function Details({ paper }: { paper: Paper }) {
  const { organization, keywords, keywordsSource, categories, note, mediaUrls, publishedAt, updatedAt } = paper
  const media = mediaLinks(mediaUrls)
  const lines: [string, ReactNode][] = []
  if (organization) lines.push(['From', organization.fullName ?? organization.name])
  if (keywords.length > 0) {
    const source = keywordsSource && ` (${keywordsSource === 'sample' ? 'sample' : `by ${keywordsSource}`})`
    lines.push([`Keywords${source ?? ''}`, keywords.join(', ')])
  }
  if (categories.length > 0) lines.push([categories.length === 1 ? 'Category' : 'Categories', categories.join(', ')])
  if (note) lines.push(['Authors’ note', note])
  if (updatedAt !== null && updatedAt > publishedAt) lines.push(['Revised', formatDate(updatedAt)])
  if (media.length > 0) lines.push(['Media', <MediaLinks key="media" links={media} />])
  if (lines.length === 0) return null
  return (
    <dl className="details">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
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
