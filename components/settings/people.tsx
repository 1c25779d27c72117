import { SettingsPart } from '@/components/settings/part'
import type { Role } from '@/db/types'
import { formatDate } from '@/lib/days'
import type { Flash } from '@/lib/flash'

type Person = { name: string; fullName: string | null; role: Role; isSample: boolean; createdAt: number }
type Props = { people: Person[]; find: string; me: string; flash: Flash | null; news: string | false }

/** Who may what; for admins. */
export function PeoplePart({ people, find, me, flash, news }: Props) {
  return (
    <SettingsPart
      id="people"
      title="People"
      hint={find ? `whose name begins with ${find}` : 'moderators and admins'}
      flash={flash}
      news={news}
    >
      <form className="next" action="/settings#people" method="get">
        <input
          className="field fit"
          name="find"
          aria-label="Find a person by name"
          placeholder="Name"
          defaultValue={find}
        />
        <button type="submit" className="button plain">
          Find
        </button>
      </form>
      {people.length === 0 && <p>Nobody is called that.</p>}
      {people.length > 0 && (
        <table className="times">
          <thead>
            <tr>
              <th>Name</th>
              <th>Known as</th>
              <th>Since</th>
              <th className="act">Role</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.name}>
                <th scope="row">
                  <a href={`/user/${person.name}`}>{person.name}</a>{' '}
                  {person.name === me && <span className="mine">you</span>}
                </th>
                <td data-l="·">{person.fullName ?? ''}</td>
                <td data-l="· since">{formatDate(person.createdAt)}</td>
                <td className="act">{person.isSample ? 'sample' : <RoleForm {...person} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingsPart>
  )
}

function RoleForm({ name, role }: Pick<Person, 'name' | 'role'>) {
  return (
    <form action="/api/people/role" method="post" className="pair">
      <input type="hidden" name="name" value={name} />
      <select name="role" aria-label={`Role of ${name}`} defaultValue={role}>
        <option value="member">member</option>
        <option value="moderator">moderator</option>
        <option value="admin">admin</option>
      </select>
      <button type="submit" aria-label={`Keep the role of ${name}`}>
        Keep
      </button>
    </form>
  )
}
