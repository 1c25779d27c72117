import { SettingsPart } from '@/components/settings/part'
import type { Role } from '@/db/types'
import { formatDate } from '@/lib/days'
import type { Flash } from '@/lib/flash'

type Person = { name: string; fullName: string | null; role: Role; isSample: boolean; createdAt: number }
type Props = { people: Person[]; find: string; me: string; flash: Flash | null; news: string | false }

/** Who may what; for admins. */
export function PeoplePart({ people, find, me, flash, news }: Props) {
  const found = people.find(({ name }) => name.toLowerCase() === find.toLowerCase())
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
              <th>Role</th>
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
                <td>{person.fullName}</td>
                <td data-l={person.fullName ? '· since' : 'since'}>{formatDate(person.createdAt)}</td>
                <td data-l="·">{person.isSample ? 'sample' : person.role}</td>
                <td className="act">
                  {!person.isSample && (
                    <a href={`/settings?find=${person.name}#people`} aria-label={`Change the role of ${person.name}`}>
                      Change
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found && !found.isSample && <RoleForm {...found} />}
    </SettingsPart>
  )
}

function RoleForm({ name, role }: Pick<Person, 'name' | 'role'>) {
  return (
    <form action="/api/people/role" method="post">
      <input type="hidden" name="name" value={name} />
      <div className="rows">
        <div role="radiogroup" aria-labelledby="role-of">
          <span id="role-of">{name} is</span>
          <div className="choice">
            {(['member', 'moderator', 'admin'] as const).map((each) => (
              <label key={each}>
                <input type="radio" name="role" value={each} defaultChecked={each === role} /> {each}
              </label>
            ))}
          </div>
        </div>
      </div>
      <button type="submit" className="button">
        Keep this
      </button>
    </form>
  )
}
