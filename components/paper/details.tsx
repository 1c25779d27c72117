import type { ReactNode } from 'react'
import { FollowForm } from '@/components/follow/follow-form'
import type { Paper } from '@/db/types'
import { firstNames } from '@/lib/author-names'
import { formatDate } from '@/lib/days'
import { mediaLinks } from '@/lib/links'

type Line = { name: string; source?: string | null; value: ReactNode }

/** The rest of what is known of a paper, a line each; what is not known has none. */
export function Details({ paper }: { paper: Paper }) {
  const { organization, keywords, keywordsSource, categories, authors, note, mediaUrls } = paper
  const { publishedAt, updatedAt } = paper
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
  if (categories.length > 0 || authors.length > 0) lines.push({ name: 'Follow', value: <FollowChips {...paper} /> })
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

// As many as stand on the line above.
const shownAuthors = 8

/** Its categories and first authors, to be followed; any author can be by name. */
function FollowChips({ categories, authors }: Pick<Paper, 'categories' | 'authors'>) {
  const names = [...new Set(authors.map(({ name }) => name))]
  const { first, rest } = firstNames(names, shownAuthors)
  return (
    <div className="chips">
      {[...new Set(categories)].map((category) => (
        <FollowForm key={category} kind="category" value={category} label={category} isChip />
      ))}
      {first.map((name) => (
        <FollowForm key={name} kind="author" value={name} label={name} isChip />
      ))}
      {rest.length > 0 && (
        <a className="link" href="/following?kind=author#add">
          Another author
        </a>
      )}
    </div>
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
