import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyList } from '@/components/empty-list'
import { FollowForm } from '@/components/follow/follow-form'
import { FormMessage } from '@/components/form-message'
import { ListForms } from '@/components/lists/list-forms'
import { ListSettings } from '@/components/lists/list-settings'
import { OwnPaper } from '@/components/lists/own-paper'
import { ShareAddress } from '@/components/lists/share'
import { LivePage } from '@/components/live-page'
import { ModerateList } from '@/components/moderation/moderate-list'
import { MoreLink } from '@/components/more-link'
import { MovingList } from '@/components/moving-list'
import { PaperItem } from '@/components/paper-item'
import { listPapersOf } from '@/db/list-papers'
import type { ReadingList, ReadingListPaper } from '@/db/types'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { citationLinks } from '@/lib/citation-links'
import { formatDate } from '@/lib/days'
import { feedLinks, feedPath } from '@/lib/feed-address'
import { listPath } from '@/lib/list-export'
import { listHref, readListQuery } from '@/lib/list-query'
import { standingOf } from '@/lib/order'
import { oneValue, type PageInput } from '@/lib/query'
import { plainTitle } from '@/lib/tex'
import { plural, shorten } from '@/lib/text'
import { readReadingList } from './read-list'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ listId: string }>

export async function generateMetadata({ params }: Input): Promise<Metadata> {
  const { id, name, about, owner, papers, isPublic } = (await readReadingList((await params).listId)).list
  const description = shorten(about || `${plural(papers, 'paper')}, chosen by ${owner.name}.`, 199)
  return {
    title: name,
    description,
    alternates: {
      canonical: listPath(id),
      types: isPublic ? feedLinks({ subject: { of: 'list', id }, title: name }) : undefined,
    },
    openGraph: { title: name, description, siteName: env.SITE_NAME, url: listPath(id) },
    robots: isPublic ? undefined : { index: false },
  }
}

/** A reading list: its owner's to change, and, when it is public, everybody's to read. */
export default async function ReadingListPage({ params, searchParams }: Input) {
  const { list, moderates } = await readReadingList((await params).listId)
  const given = await searchParams
  const query = readListQuery(given)
  if (!query) notFound()
  const path = listPath(list.id)
  const [{ papers, hasMore }, flash] = await Promise.all([
    listPapersOf(list, { page: query.page, pageSize: env.LIST_PAGE_SIZE }),
    getFlash(given),
  ])
  if (papers.length === 0 && query.page > 1) notFound()
  const here = listHref(path, { order: 'top', page: query.page })
  const entries = papers.map((each, i) =>
    entryOf(each, list, here, {
      isFirst: query.page === 1 && i === 0,
      isLast: !hasMore && i === papers.length - 1,
    }),
  )
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <ListTitle list={list} />
      <div>
        {list.isOwn && list.closedReason !== null && <ClosedNotice reason={list.closedReason} />}
        {list.about && (
          <p className="about-list hung" dir="auto">
            {list.about}
          </p>
        )}
        {flash && flash.part !== 'change' && <FormMessage flash={flash} />}
        {papers.length === 0 && <NoPapers isOwn={list.isOwn} />}
        <ListForms>
          <div className="dated">
            <MovingList order={null} entries={entries} />
          </div>
        </ListForms>
        <MoreLink
          path={path}
          query={{ order: 'top', page: query.page }}
          pageSize={env.LIST_PAGE_SIZE}
          hasMore={hasMore}
          of={list.papers}
        />
      </div>
      <aside className="margin day-margin" aria-label="About this list">
        {list.isPublic && <ShareAddress url={`${env.SITE_URL}${path}`} />}
        {(list.isOwn || list.isPublic) && <TakeAlong list={list} />}
        {moderates && !list.isOwn && (
          <section>
            <h2>Moderation</h2>
            <ModerateList listId={list.id} closedReason={list.closedReason} />
          </section>
        )}
        {list.isOwn && (
          <ListSettings list={list} flash={flash?.part === 'change' ? flash : null} saved={oneValue(given, 'saved')} />
        )}
      </aside>
      <LivePage />
    </main>
  )
}

function ClosedNotice({ reason }: { reason: string }) {
  return (
    <div className="notice trouble hung closed-list">
      <p>
        A moderator made this list private: <q dir="auto">{reason}</q> Moderators can still read it, without your notes.
        Once one of them allows it, you can make it public again.
      </p>
    </div>
  )
}

function TakeAlong({ list: { id, isPublic } }: { list: ReadingList }) {
  const path = listPath(id)
  return (
    <section>
      <h2>Take it along</h2>
      <ul className="index">
        {citationLinks(path).map(({ name, href }) => (
          <li key={href}>
            <a href={href} download>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={`${path}.json`} download>
            JSON
          </a>
        </li>
        {isPublic && (
          <li>
            <a href={feedPath({ of: 'list', id }, 'atom')}>Feed</a>
          </li>
        )}
      </ul>
    </section>
  )
}

function ListTitle({ list }: { list: ReadingList }) {
  const { id, name, owner, papers, unread, isOwn, isPublic } = list
  return (
    <div className="dayhead titled">
      <div className="line">
        <h1 dir="auto">{name}</h1>
        <div className="side">
          <p className="tally facts">
            <span>
              by{' '}
              <a className="link" href={`/user/${owner.name}`}>
                {owner.fullName ?? owner.name}
              </a>
            </span>
            <span>{plural(papers, 'paper')}</span>
            {unread !== null && papers > 0 && <span>{unread} to read</span>}
            {isOwn && <span>{isPublic ? 'public' : 'seen only by you'}</span>}
            {!isOwn && !isPublic && <span>private</span>}
          </p>
          {!isOwn && isPublic && <FollowForm kind="list" value={id} label={name} />}
        </div>
      </div>
    </div>
  )
}

function NoPapers({ isOwn }: { isOwn: boolean }) {
  return (
    <EmptyList heading="No papers yet." meanwhile={null}>
      {isOwn ? (
        <p>
          Press <kbd>s</kbd> on a paper, or “save” beneath it.{' '}
          <a className="link" href="/">
            Read the day
          </a>
        </p>
      ) : (
        <p>Whoever keeps this list has put nothing on it so far.</p>
      )}
    </EmptyList>
  )
}

function entryOf(
  { paper, addedAt, own }: ReadingListPaper,
  list: ReadingList,
  here: string,
  ends: { isFirst: boolean; isLast: boolean },
) {
  const title = plainTitle(paper.title)
  return {
    standing: standingOf({ ...paper, submittedAt: addedAt }),
    node: (
      <PaperItem
        key={paper.id}
        paper={paper}
        when={
          <span className="why">
            added <span className="nb">{formatDate(addedAt)}</span>
          </span>
        }
      >
        {own && <OwnPaper listId={list.id} paperId={paper.id} title={title} own={own} here={here} {...ends} />}
      </PaperItem>
    ),
  }
}
