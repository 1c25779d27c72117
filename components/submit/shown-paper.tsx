import { Authors } from '@/components/paper/authors'
import { rendered } from '@/components/rendered'
import { formatDate } from '@/lib/days'
import { hostOf } from '@/lib/links'
import { isArxivId } from '@/lib/paper-id'
import { renderAbstract, renderTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

type Props = {
  paper: {
    id: string
    title: string
    abstract: string | null
    authors: readonly { name: string }[]
    publishedAt: number
    sourceUrl: string | null
  }
}

/** A paper as it is about to be submitted. */
export function ShownPaper({ paper }: Props) {
  const { id, title, abstract, authors, publishedAt, sourceUrl } = paper
  return (
    <>
      <h3 dir="auto" {...rendered(renderTitle(title))} />
      <Authors authors={authors} />
      <p className="meta">
        <span>{plural(authors.length, 'author')}</span>
        <span>{formatDate(publishedAt)}</span>
        <span>{isArxivId(id) ? `arXiv ${id}` : sourceUrl && hostOf(sourceUrl)}</span>
      </p>
      {abstract ? (
        <p className="abstract all" dir="auto" {...rendered(renderAbstract(abstract))} />
      ) : (
        <p className="none">No abstract.</p>
      )}
    </>
  )
}
