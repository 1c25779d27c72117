import { FormMessage } from '@/components/form-message'
import type { PersonLine } from '@/db/types'
import type { Flash } from '@/lib/flash'

const says = {
  member: 'votes, comments and submits',
  moderator: 'also hides comments, takes papers off their day and makes lists private',
  admin: 'also gives roles and looks after the site',
}

type Props = Pick<PersonLine, 'name' | 'role'> & {
  /** The address of the page without this form. */
  here: string
  flash: Flash | null
}

/** What a person may from now on. */
export function RoleForm({ name, role, here, flash }: Props) {
  return (
    <form action="/api/people/role" method="post">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="next" value={here} />
      {/* No field says what is wrong with it: it stands here. */}
      <FormMessage flash={flash && { ...flash, fields: {} }} />
      <div className="rows">
        <div role="radiogroup" aria-labelledby="role-of">
          <span id="role-of">{name} is</span>
          <div className="roles">
            {(['member', 'moderator', 'admin'] as const).map((each) => (
              <label key={each}>
                {/* The address that opens the form leads to the one that holds, and the browser puts the focus there. */}
                <input
                  type="radio"
                  name="role"
                  value={each}
                  id={each === role ? 'role' : undefined}
                  defaultChecked={each === role}
                />
                <span>
                  {each} <span className="quiet">{says[each]}</span>
                </span>
              </label>
            ))}
          </div>
        </div>
      </div>
      <div className="next">
        <button type="submit" className="button">
          Give this role
        </button>
        <a className="button plain" href={`${here}#change-${name}`}>
          Cancel
        </a>
      </div>
    </form>
  )
}
