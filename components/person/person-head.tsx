import { FollowForm } from '@/components/follow/follow-form'
import type { Profile } from '@/db/types'
import { formatMonth } from '@/lib/days'
import { plural } from '@/lib/text'

const roles = { member: null, moderator: 'moderator', admin: 'admin' }

/** Their name, as the headline, and how long and how much they have been here. */
export function PersonHead({ person }: { person: Profile }) {
  const { name, fullName, role, isSample, votesPublic, createdAt, counts } = person
  const facts = [
    isSample && 'sample member',
    roles[role],
    `since ${formatMonth(new Date(createdAt).toISOString().slice(0, 7))}`,
    plural(counts.papers, 'paper'),
    votesPublic && plural(counts.votes, 'vote'),
    plural(counts.comments, 'comment'),
  ]
  return (
    <div className="dayhead titled">
      <div className="line">
        <h1 dir="auto">{fullName ?? name}</h1>
        <div className="side">
          <p className="tally facts">
            {fullName && <span>{name}</span>}
            {facts.filter(Boolean).map((fact) => (
              <span key={String(fact)}>{fact}</span>
            ))}
          </p>
          <FollowForm kind="member" value={name} label={name} />
        </div>
      </div>
    </div>
  )
}
