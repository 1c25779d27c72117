import { rendered } from '@/components/rendered'
import { arxivAbstract } from '@/lib/links'
import { renderAbstract } from '@/lib/tex'

type Props = {
  id: string
  abstract: string | null
  summary: string | null
  summarySource: string | null
}

/** What the paper is about: in its authors' words, and in those of whoever summed it up, who is always named. */
export function Abstract({ id, abstract, summary, summarySource }: Props) {
  const source = summary && summarySource ? summaryName(summarySource) : 'Summary'
  if (abstract) {
    return (
      <>
        <p className="whole" dir="auto" {...rendered(renderAbstract(abstract))} />
        {summary && (
          <div className="summary">
            <h2>{source}</h2>
            <p dir="auto" {...rendered(renderAbstract(summary))} />
          </div>
        )}
      </>
    )
  }
  return (
    <>
      {summary && (
        <div className="summary">
          <h2>{source}</h2>
          <p className="whole" dir="auto" {...rendered(renderAbstract(summary))} />
        </div>
      )}
      <p className="none">
        No abstract here.{' '}
        <a className="link" href={arxivAbstract(id)} rel="noreferrer">
          Read it on arXiv
        </a>
        .
      </p>
    </>
  )
}

function summaryName(source: string): string {
  return source === 'sample' ? 'Sample summary' : `Summary by ${source}`
}
