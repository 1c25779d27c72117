import type { Metadata } from 'next'
import { readPaper } from '@/app/papers/[id]/read-paper'
import { EmptyList } from '@/components/empty-list'
import { LiveList } from '@/components/live-list'
import { inBoth } from '@/components/paper/similar'
import { PaperItem } from '@/components/paper-item'
import { rendered } from '@/components/rendered'
import { mostSimilar } from '@/lib/api-similar'
import { standingOf } from '@/lib/order'
import { paperPath } from '@/lib/paper-id'
import type { PageInput } from '@/lib/query'
import { plainTitle, renderTitle } from '@/lib/tex'
import { findSimilarPapers } from '@/outside/similar-papers'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ id: string }>

export async function generateMetadata({ params }: Input): Promise<Metadata> {
  const { id, title } = await readPaper((await params).id)
  return {
    title: `Similar to ${plainTitle(title)}`,
    description: `Papers about something similar to “${plainTitle(title)}”.`,
    alternates: { canonical: `${paperPath(id)}/similar` },
    // It says what the papers' own pages say.
    robots: { index: false },
  }
}

/** Papers about something similar to one. */
export default async function SimilarPage({ params }: Input) {
  const { id, title } = await readPaper((await params).id)
  const { by, papers } = await findSimilarPapers(id, mostSimilar)
  const entries = papers.map(({ paper, words }) => {
    const { listing, ...rest } = paper
    const shown = { ...rest, day: listing?.day ?? null, submittedAt: listing?.submittedAt ?? null }
    return {
      standing: standingOf({ ...shown, submittedAt: paper.publishedAt }),
      node: <PaperItem key={paper.id} paper={shown} fact={words.length > 0 && <span>{inBoth(words)}</span>} />,
    }
  })
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Similar papers</h1>
        </div>
      </div>
      <div>
        <p className="about-list hung" dir="auto">
          To <a className="link" href={paperPath(id)} {...rendered(renderTitle(title))} />
        </p>
        {by === 'words' && papers.length > 0 && (
          <p className="hint hung">Found by words alone: what this paper means is not known yet.</p>
        )}
        {papers.length > 0 ? (
          <LiveList order={null} day={null} entries={entries} />
        ) : (
          <EmptyList heading="Nothing similar is here yet." meanwhile={null}>
            <p>
              <a className="link" href={paperPath(id)}>
                Back to the paper
              </a>
            </p>
          </EmptyList>
        )}
      </div>
    </main>
  )
}
