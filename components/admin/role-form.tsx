import type { PersonLine } from '@/db/types'

const says = {
  member: 'votes, comments and submits',
  moderator: 'also hides comments and takes papers off their day',
  admin: 'also gives roles and looks after the site',
}

/** What a person may from now on. */
export function RoleForm({ name, role }: Pick<PersonLine, 'name' | 'role'>) {
  return (
    <form className="text" action="/api/people/role" method="post">
      <input type="hidden" name="name" value={name} />
      <div className="rows">
        <div role="radiogroup" aria-labelledby="role-of">
          <span id="role-of">{name} is</span>
          <div className="roles">
            {(['member', 'moderator', 'admin'] as const).map((each) => (
              <label key={each}>
                <input type="radio" name="role" value={each} defaultChecked={each === role} />
                <span>
                  {each} <span className="quiet">{says[each]}</span>
                </span>
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
