import type { ReactNode } from 'react'
import { EdgeWords } from '@/components/edge-words'
import { PaperHeading } from '@/components/paper-heading'
import { PaperMeta } from '@/components/paper-meta'
import { rendered } from '@/components/rendered'
import { VoteButton } from '@/components/vote-button'
import type { ListedPaper, PoolPaper } from '@/db/types'
import { gistOf } from '@/lib/gist'
import { markFound } from '@/lib/search-marks'
import { plainTitle, renderAbstract } from '@/lib/tex'

type Props = {
  paper: PoolPaper
  weekRank?: number
  /** What the right edge says: rank and day, or heat. */
  when?: ReactNode
  /** h3 where the list stands under a heading of its own. */
  heading?: 'h2' | 'h3'
  /** Terms that were looked for (lib/search-marks.ts): they are marked, and the abstract is shown whole. */
  found?: ReadonlySet<string>
  /** Authors by whom it was found. */
  names?: readonly string[]
  /** One more fact for its line. */
  fact?: ReactNode
  /** What else belongs under it. */
  children?: ReactNode
}

// More than six lines of a phone at the size of a lead.
const longTitle = 130

/** A paper in a list. */
export function PaperItem({ paper, weekRank, when, heading, found, names, fact, children }: Props) {
  const { id, title, upvotes } = paper
  const plain = plainTitle(title)
  return (
    <article className={plain.length > longTitle ? 'paper long' : 'paper'} data-paper={id} data-upvotes={upvotes}>
      <VoteButton paperId={id} upvotes={upvotes} title={plain} />
      <div>
        <PaperHeading id={id} title={title} as={heading} found={found} />
        <Gist {...paper} found={found} />
        <PaperMeta paper={paper} weekRank={weekRank} names={names} fact={fact} />
      </div>
      {when && <EdgeWords paperId={id}>{when}</EdgeWords>}
      {children && <div className="beneath">{children}</div>}
    </article>
  )
}

/** A paper in a list of titles. */
export function PaperTitle({ paper, when }: { paper: ListedPaper; when: ReactNode }) {
  const { id, title, upvotes } = paper
  return (
    <article className="paper" data-paper={id} data-upvotes={upvotes}>
      <VoteButton paperId={id} upvotes={upvotes} title={plainTitle(title)} />
      <PaperHeading id={id} title={title} />
      <p className="when">{when}</p>
    </article>
  )
}

function Gist({
  abstract,
  summary,
  found,
}: Pick<ListedPaper, 'abstract' | 'summary'> & { found?: ReadonlySet<string> | undefined }) {
  const className = found ? 'abstract all' : 'abstract'
  const shown = (text: string) =>
    rendered(found ? markFound(renderAbstract(text), found) : renderAbstract(gistOf(text)))
  if (abstract) return <p className={className} dir="auto" {...shown(abstract)} />
  if (!summary) return <p className="none">No abstract yet.</p>
  return (
    <p className={className} dir="auto">
      <span className="label">Summary: </span>
      <span {...shown(summary)} />
    </p>
  )
}
