import { ModeratePaper } from '@/components/moderation/moderate-paper'
import { Abstract } from '@/components/paper/abstract'
import { Authors } from '@/components/paper/authors'
import { BackLine } from '@/components/paper/back-line'
import { Cite } from '@/components/paper/cite'
import { Details } from '@/components/paper/details'
import { Facts } from '@/components/paper/facts'
import { Links } from '@/components/paper/links'
import { Revisions } from '@/components/paper/revisions'
import { Withdrawn } from '@/components/paper/withdrawn'
import { rendered } from '@/components/rendered'
import { SampleNote } from '@/components/sample-note'
import { ListedNews } from '@/components/submit/listed-news'
import { TakeBack } from '@/components/submit/take-back'
import { VoteButton } from '@/components/vote-button'
import type { Paper, PaperRevision } from '@/db/types'
import { citationLinks } from '@/lib/citation-links'
import { paperLinks } from '@/lib/links'
import { paperPath } from '@/lib/paper-id'
import { plainTitle, renderTitle } from '@/lib/tex'

type Props = { paper: Paper; ranks: { day: number; week: number } | null; revisions: PaperRevision[] }

/** The paper itself. Its links stand above its abstract: whoever came from the list has read that. */
export function PaperSheet({ paper, ranks, revisions }: Props) {
  const { id, title, upvotes } = paper
  const links = paperLinks(paper)
  return (
    <article data-paper={id} data-upvotes={upvotes}>
      <BackLine paperId={id} day={paper.listing?.day ?? null} announcedDay={paper.announcedDay} ranks={ranks} />
      {paper.listing && <ListedNews day={paper.listing.day} />}
      <div className="head">
        <VoteButton paperId={id} upvotes={upvotes} title={plainTitle(title)} />
        <h1 dir="auto" {...rendered(renderTitle(title))} />
      </div>
      <div className="text">
        <Authors authors={paper.authors} />
        {paper.withdrawnAt !== null && <Withdrawn at={paper.withdrawnAt} note={paper.note} />}
        <Facts paper={paper} />
        <Revisions revisions={revisions} />
        <Links links={links} />
        <Abstract link={links[0]} {...paper} />
        {paper.source === 'page' && <p className="hint">Title, authors and abstract are as its submitter gave them.</p>}
        <Cite links={citationLinks(paperPath(id))} />
        <Details paper={paper} />
        <SampleNote papers={[paper]} />
        {paper.listing && paper.submitter?.isMember && (
          <TakeBack paperId={id} submitter={paper.submitter.name} upvotes={upvotes} />
        )}
        {paper.listing && <ModeratePaper paperId={id} />}
      </div>
    </article>
  )
}
