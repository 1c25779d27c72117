import type { Metadata } from 'next'
import { metadataOf } from '@/app/papers/[id]/metadata'
import { readPaper } from '@/app/papers/[id]/read-paper'
import { LivePaper } from '@/components/live-paper'
import { Momentum } from '@/components/paper/momentum'
import { PaperSheet } from '@/components/paper/sheet'
import { Similar } from '@/components/paper/similar'
import { rendered } from '@/components/rendered'
import { Talk } from '@/components/talk/talk'
import { listComments } from '@/db/comments'
import { getRanks } from '@/db/listings'
import { listRevisions } from '@/db/revisions'
import { getVoteHistory } from '@/db/vote-history'
import { env } from '@/env'
import { paperSchema } from '@/lib/paper-schema'
import { oneValue, type PageInput } from '@/lib/query'
import { findSimilarPapers } from '@/outside/similar-papers'

export const dynamic = 'force-dynamic'

const shownSimilar = 5

export async function generateMetadata({ params }: PageInput<{ id: string }>): Promise<Metadata> {
  return metadataOf(await readPaper((await params).id))
}

export default async function PaperPage({ params, searchParams }: PageInput<{ id: string }>) {
  const paper = await readPaper((await params).id)
  const [ranks, hours, comments, revisions, similar] = await Promise.all([
    getRanks(paper.id),
    getVoteHistory(paper.id),
    listComments(paper.id),
    listRevisions(paper.id),
    findSimilarPapers(paper.id, shownSimilar),
  ])
  const { id, upvotes, carriedUpvotes, carriedComments } = paper
  return (
    <main id="main" className="wrap sheet one">
      <PaperSheet paper={paper} ranks={ranks} revisions={revisions} />
      <Momentum hours={hours} upvotes={upvotes} carried={carriedUpvotes} now={Date.now()} />
      <section className="talk" id="talk" aria-labelledby="talk-title">
        <Talk
          paperId={id}
          comments={comments}
          carried={carriedComments}
          thread={oneValue(await searchParams, 'thread') ?? undefined}
        />
      </section>
      <Similar paperId={id} papers={similar.papers} />
      <LivePaper paperId={id} />
      <script type="application/ld+json" {...rendered(paperSchema(paper, env.SITE_URL))} />
    </main>
  )
}
