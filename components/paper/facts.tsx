import { CommentCount } from '@/components/comment-count'
import { SaveButton } from '@/components/lists/save-button'
import type { Paper } from '@/db/types'
import { formatDate } from '@/lib/days'
import { plainTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

/** How many wrote it, when it came out, how much is said of it, and who brought it here. */
export function Facts({ paper }: { paper: Paper }) {
  const { id, title, authorCount, publishedAt, comments, listing, submitter } = paper
  return (
    <p className="meta">
      <span>{plural(authorCount, 'author')}</span>
      <span>{formatDate(publishedAt)}</span>
      <span>
        <CommentCount paperId={id} comments={comments} href="#talk" />
      </span>
      {(submitter || listing) && (
        <span>
          submitted
          {listing && ` ${formatDate(listing.submittedAt)}`}
          {submitter && ' by '}
          {submitter && <Submitter {...submitter} />}
        </span>
      )}
      <SaveButton paperId={id} title={plainTitle(title)} />
      <noscript>
        <span>
          <a href={`/lists?${new URLSearchParams({ paper: id })}`}>save</a>
        </span>
      </noscript>
    </p>
  )
}

/** Only members have a page; the others submitted it where the row came from. */
function Submitter({ name, isMember }: { name: string; isMember: boolean }) {
  return isMember ? <a href={`/user/${encodeURIComponent(name)}`}>{name}</a> : <bdi>{name}</bdi>
}
