import { rendered } from '@/components/rendered'
import type { PaperLink } from '@/lib/links'
import { renderAbstract } from '@/lib/tex'

type Props = {
  /** Where else it may be read. */
  link: PaperLink | undefined
  abstract: string | null
  summary: string | null
  summarySource: string | null
}

/** What the paper is about: in its authors' words, and in those of whoever summed it up, who is always named. */
export function Abstract({ link, abstract, summary, summarySource }: Props) {
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
        No abstract here.
        {link && (
          <>
            {' '}
            <a className="link" href={link.href} rel="noreferrer">
              Read it {link.note ? `at ${link.note}` : 'on arXiv'}
            </a>
            .
          </>
        )}
      </p>
    </>
  )
}

function summaryName(source: string): string {
  return source === 'sample' ? 'Sample summary' : `Summary by ${source}`
}
