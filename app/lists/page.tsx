import type { Metadata } from 'next'
import { signedInAt } from '@/app/following/read-following'
import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import { listPaperPath } from '@/components/lists/list-paper-path'
import { Visibility } from '@/components/lists/list-settings'
import { listLists } from '@/db/lists'
import { getPaper } from '@/db/papers'
import type { ListLine } from '@/db/types'
import { getFlash } from '@/door/flash'
import { ago } from '@/lib/ago'
import { longestListName } from '@/lib/list-bounds'
import { listPath } from '@/lib/list-export'
import { parsePaperId } from '@/lib/paper-id'
import { oneValue, type PageInput } from '@/lib/query'
import { plainTitle } from '@/lib/tex'
import { plural } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Reading lists', robots: { index: false } }

const news: Record<string, string> = { deleted: 'The list is gone.', paper: 'Saved.' }

/** A person's reading lists; with `?paper=ID` the choice of one for a paper, where no script can offer it. */
export default async function ListsPage({ searchParams }: PageInput) {
  const given = await searchParams
  const { userId, viewer } = await signedInAt('/lists', given)
  const asked = parsePaperId(oneValue(given, 'paper') ?? '')
  const [lists, flash, paper] = await Promise.all([listLists(userId), getFlash(given), asked ? getPaper(asked) : null])
  const now = Date.now()
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Reading lists</h1>
          <p className="tally">
            {viewer.name}
            {lists.length > 0 && ` · ${plural(lists.length, 'list')}`}
          </p>
        </div>
      </div>
      <div>
        <FormMessage>{news[oneValue(given, 'saved') ?? '']}</FormMessage>
        {paper && <SaveTo paper={paper} lists={lists} />}
        {lists.length === 0 ? (
          <div className="empty">
            <h2>Nothing saved yet.</h2>
            <p>
              Press <kbd>s</kbd> on a paper, or “save” beneath it. The first one makes a list that only you see.
            </p>
          </div>
        ) : (
          <ul className="reading-lists">
            {lists.map((list) => (
              <li key={list.id}>
                <h2 dir="auto">
                  <a href={listPath(list.id)}>{list.name}</a>
                </h2>
                <p className="meta">
                  <span>{plural(list.papers, 'paper')}</span>
                  {list.papers > 0 && <span>{list.unread} to read</span>}
                  <span>{list.isPublic ? 'public' : 'only you'}</span>
                  {list.closedReason !== null && <span>made private by a moderator</span>}
                  <span>changed {ago(list.updatedAt, now)}</span>
                  {list.isDefault && (
                    <span>
                      <kbd>s</kbd> saves here
                    </span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
      <aside className="margin day-margin" aria-label="A new list">
        <section id="new">
          <h2>A new list</h2>
          <FormMessage flash={flash} />
          <form className="list-settings" action="/api/lists" method="post">
            {paper && <input type="hidden" name="paper" value={paper.id} />}
            <input type="hidden" name="next" value={paper ? '/lists?saved=paper' : '/lists'} />
            <FormField idPrefix="new-" name="name" label="Name" flash={flash} maxLength={longestListName} required />
            <Visibility isPublic={flash?.values.isPublic === 'yes'} />
            <button type="submit" className="button">
              {paper ? 'Make it and save' : 'Make it'}
            </button>
          </form>
        </section>
      </aside>
    </main>
  )
}

function SaveTo({ paper, lists }: { paper: { id: string; title: string }; lists: ListLine[] }) {
  const to = lists.length > 0 ? lists : [{ id: 'default', name: 'To read' }]
  return (
    <section className="notice save-to">
      <p>
        Save <b dir="auto">{plainTitle(paper.title)}</b> to
      </p>
      {to.map(({ id, name }) => (
        <form key={id} action={listPaperPath(id, paper.id)} method="post">
          <input type="hidden" name="saved" value="yes" />
          <input type="hidden" name="next" value="/lists?saved=paper" />
          <button type="submit" className="button plain">
            {name}
          </button>
        </form>
      ))}
    </section>
  )
}
