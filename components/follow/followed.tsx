import type { FollowLine } from '@/db/types'
import { followKinds } from '@/lib/follow-match'
import { kindNames } from '@/lib/follow-words'
import { listPath } from '@/lib/list-export'
import { poolPath } from '@/lib/pool-address'

/** What the reader follows, by kind, each with a way to let it go. */
export function Followed({ lines, hasPool }: { lines: readonly FollowLine[]; hasPool: boolean }) {
  const kinds = followKinds
    .map((kind) => ({ kind, lines: lines.filter((line) => line.kind === kind) }))
    .filter(({ lines }) => lines.length > 0)
  return kinds.map(({ kind, lines }) => (
    <div key={kind} className="followed">
      <h3>{kindNames[kind]}</h3>
      <ul>
        {lines.map((line) => (
          <FollowedLine key={line.id} line={line} href={hrefOf(line, hasPool)} />
        ))}
      </ul>
    </div>
  ))
}

/** One thing that is followed, or a word that is muted. */
export function FollowedLine({ line, href = null }: { line: FollowLine; href?: string | null }) {
  const { kind, value, title, muted } = line
  const name = title ?? 'a list that is no longer public'
  return (
    <li>
      {href ? (
        <a className="link" href={href} dir="auto">
          {name}
        </a>
      ) : (
        <span dir="auto">{name}</span>
      )}
      <form action="/api/follows" method="post">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="value" value={value} />
        <input type="hidden" name="want" value="none" />
        <button type="submit" className="quiet" aria-label={`${muted ? 'Unmute' : 'Unfollow'} ${name}`}>
          {muted ? 'Unmute' : 'Unfollow'}
        </button>
      </form>
    </li>
  )
}

function hrefOf({ kind, value, title }: FollowLine, hasPool: boolean): string | null {
  if (kind === 'member') return `/user/${value}`
  if (kind === 'list') return title === null ? null : listPath(value)
  return kind === 'category' && hasPool ? poolPath(value, null) : null
}
