import type { ReactNode } from 'react'
import { CommentCount } from '@/components/comment-count'
import { SaveButton } from '@/components/lists/save-button'
import type { PoolPaper } from '@/db/types'
import { isolate, namesInShort } from '@/lib/author-names'
import { formatDate } from '@/lib/days'
import { sourceLink } from '@/lib/links'
import { paperPath } from '@/lib/paper-id'
import { plainTitle } from '@/lib/tex'
import { ordinal, plural } from '@/lib/text'

type Props = {
  paper: PoolPaper
  /** Its place in its week, where that is worth a word. */
  weekRank?: number
  /** Authors by whom it was found. */
  names?: readonly string[] | undefined
  /** What else is worth a word. */
  fact?: ReactNode
}

const mostNames = 3

/** `3 authors · Aug 19, 2023 · 4 comments`, where it is when not on arXiv, and who submitted it. */
export function PaperMeta({ paper, weekRank, names = [], fact }: Props) {
  const { id, title, authorCount, publishedAt, comments, submitter } = paper
  const source = sourceLink(paper)
  return (
    <p className="meta">
      <span>
        {plural(authorCount, 'author')}
        {names.length > 0 && (
          <>
            {names.length < authorCount ? ', among them ' : ': '}
            <mark>{namesInShort(names.map(isolate), mostNames)}</mark>
          </>
        )}
      </span>
      <time dateTime={new Date(publishedAt).toISOString().slice(0, 10)}>{formatDate(publishedAt)}</time>
      <span>
        <CommentCount paperId={id} comments={comments} href={`${paperPath(id)}#talk`} />
      </span>
      {source && (
        <span>
          <a href={source.href} rel="noreferrer">
            {source.note}
          </a>
        </span>
      )}
      {submitter && (
        <span>
          submitted by {submitter.isMember ? <a href={`/user/${submitter.name}`}>{submitter.name}</a> : submitter.name}
        </span>
      )}
      {fact && <span>{fact}</span>}
      {weekRank !== undefined && <span className="rank">{ordinal(weekRank)} of the week</span>}
      <SaveButton paperId={id} title={plainTitle(title)} />
    </p>
  )
}
