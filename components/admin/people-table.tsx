import type { PersonLine } from '@/db/types'
import { ago } from '@/lib/ago'
import { formatDate } from '@/lib/days'
import { count } from '@/lib/text'

type Props = { people: readonly PersonLine[]; me: string; now: number; changeHref: (name: string) => string }

/** People with what they did here and what they may. */
export function PeopleTable({ people, me, now, changeHref }: Props) {
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
        {people.map((person) => (
          <tr key={person.name}>
            <th scope="row">
              <a href={`/user/${person.name}`}>{person.name}</a>{' '}
              {person.name === me && <span className="mine">you</span>}
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
                <a href={changeHref(person.name)}>
                  Change<span className="hidden"> the role of {person.name}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
