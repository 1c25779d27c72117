import { Fragment, type ReactNode } from 'react'
import type { PersonLine } from '@/db/types'
import { ago } from '@/lib/ago'
import { formatDate } from '@/lib/days'
import { count } from '@/lib/text'

type Props = {
  people: readonly PersonLine[]
  me: string
  now: number
  changeHref: (name: string) => string
  /** What stands beneath a person's line: the form that changes their role, or what came of it. */
  beneath: (person: PersonLine) => ReactNode
}

/** People with what they did here and what they may. */
export function PeopleTable({ people, me, now, changeHref, beneath }: Props) {
  return (
    <table className="times people">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Known as</th>
          <th scope="col">Since</th>
          <th className="r" scope="col">
            Votes
          </th>
          <th className="r" scope="col">
            Comments
          </th>
          <th scope="col">Seen</th>
          <th scope="col">Role</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const below = beneath(person)
          return (
            <Fragment key={person.name}>
              <Line person={person} isMe={person.name === me} now={now} changeHref={changeHref(person.name)} />
              {below && (
                <tr className="beneath">
                  <td colSpan={8}>{below}</td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

type LineProps = { person: PersonLine; isMe: boolean; now: number; changeHref: string }

function Line({ person, isMe, now, changeHref }: LineProps) {
  return (
    <tr>
      <th scope="row">
        <a href={`/user/${person.name}`}>{person.name}</a> {isMe && <span className="mine">you</span>}
      </th>
      <td dir="auto">{person.fullName}</td>
      <td data-l={person.fullName ? '· since' : 'since'}>{formatDate(person.createdAt)}</td>
      <td className="r" data-l="·">
        {count(person.votes)}
        <span className="unit"> votes</span>
      </td>
      <td className="r" data-l="·">
        {count(person.comments)}
        <span className="unit"> comments</span>
      </td>
      <td data-l={person.seenAt === null ? undefined : '· seen'}>
        {person.seenAt !== null && ago(person.seenAt, now)}
      </td>
      <td data-l="·">{person.isSample ? 'sample' : person.role}</td>
      <td className="act">
        {!person.isSample && (
          <a id={`change-${person.name}`} href={changeHref}>
            Change<span className="hidden"> the role of {person.name}</span>
          </a>
        )}
      </td>
    </tr>
  )
}
