import type { ReactNode } from 'react'
import { CommentLine } from '@/components/comment-line'
import { PaperLines } from '@/components/person/paper-lines'
import { PersonPart } from '@/components/person/part'
import { listCommentsOf } from '@/db/comments'
import type { Profile, PublicList } from '@/db/types'
import { listPapersOf } from '@/db/users'
import { listVotesOf } from '@/db/votes'
import { ago } from '@/lib/ago'
import { listPath } from '@/lib/list-export'
import { plural, shorten } from '@/lib/text'
import type { Part } from './read-person'

/** `page` null: the newest few, with the way to all; else one page of all of them. */
type Props = { person: Profile; page: number | null }

const few = 12
const pageSize = 50
// Characters of what is said about a list: two lines or so.
const aboutShown = 160

export async function PapersPart({ person, page }: Props) {
  const { items, more } = await readPage(person, { part: 'papers', page }, listPapersOf)
  return (
    <PersonPart id="papers" title="Papers" hint={hintOf(person.counts.papers)} more={more}>
      <OrNone none={items.length === 0 && 'Nothing submitted yet.'}>
        <PaperLines papers={items} />
      </OrNone>
    </PersonPart>
  )
}

/** All of them: there is no page of lists alone. */
export function ListsPart({ lists, now }: { lists: PublicList[]; now: number }) {
  return (
    <PersonPart id="lists" title="Reading lists" hint={lists.length > 1 ? 'latest changed first' : ''}>
      <ul className="reading-lists">
        {lists.map(({ id, name, about, papers, updatedAt }) => (
          <li key={id}>
            <h3 dir="auto">
              <a href={listPath(id)}>{name}</a>
            </h3>
            {about && <p dir="auto">{shorten(about, aboutShown)}</p>}
            <p className="meta">
              <span>{plural(papers, 'paper')}</span>
              <span>changed {ago(updatedAt, now)}</span>
            </p>
          </li>
        ))}
      </ul>
    </PersonPart>
  )
}

export async function VotesPart({ person, page }: Props) {
  if (!person.votesPublic) {
    return (
      <PersonPart id="votes" title="Votes" hint="">
        <OrNone none={`${person.name} does not show what they vote for.`} />
      </PersonPart>
    )
  }
  const { items, more } = await readPage(person, { part: 'votes', page }, listVotesOf)
  return (
    <PersonPart id="votes" title="Votes" hint={hintOf(person.counts.votes)} more={more}>
      <OrNone none={items.length === 0 && 'No votes yet.'}>
        <PaperLines papers={items} />
      </OrNone>
    </PersonPart>
  )
}

export async function CommentsPart({ person, page, now }: Props & { now: number }) {
  const { items, more } = await readPage(person, { part: 'comments', page }, listCommentsOf)
  return (
    <PersonPart id="comments" title="Comments" hint={hintOf(person.counts.comments)} more={more}>
      <OrNone none={items.length === 0 && 'No comments yet.'}>
        <ol className="thread">
          {items.map((comment) => (
            <CommentLine key={comment.id} comment={comment} now={now} heading="h3" />
          ))}
        </ol>
      </OrNone>
    </PersonPart>
  )
}

function OrNone({ none, children }: { none: string | false; children?: ReactNode }) {
  return none ? <p className="enough">{none}</p> : children
}

type Read<T> = (userId: string, range: { limit: number; offset: number }) => Promise<T[]>

/** One row more than is shown tells whether there is more. */
async function readPage<T>(
  { id, name, counts }: Profile,
  { part, page }: { part: Part; page: number | null },
  read: Read<T>,
) {
  const size = page === null ? few : pageSize
  const rows = await read(id, { limit: size + 1, offset: page === null ? 0 : (page - 1) * size })
  const next = page === null ? `/user/${name}?of=${part}` : `/user/${name}?of=${part}&p=${page + 1}`
  const words = page === null ? `All ${plural(counts[part], part.slice(0, -1))}` : 'Older'
  return { items: rows.slice(0, size), more: rows.length > size ? { href: next, words } : null }
}

function hintOf(n: number): string {
  return n > 1 ? 'newest first' : ''
}
