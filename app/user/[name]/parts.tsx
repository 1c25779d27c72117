import type { ReactNode } from 'react'
import { CommentLine } from '@/components/comment-line'
import { PaperLines } from '@/components/person/paper-lines'
import { PersonPart } from '@/components/person/part'
import { listCommentsOf } from '@/db/comments'
import type { Profile } from '@/db/types'
import { listPapersOf } from '@/db/users'
import { listVotesOf } from '@/db/votes'
import { plural } from '@/lib/text'
import type { Part } from './read-person'

/** `page` null: the newest few, with the way to all; else one page of all of them. */
type Props = { person: Profile; page: number | null }

const few = 12
const pageSize = 50

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
