import { FocusLed } from '@/components/focus-led'
import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import { FocusFault } from '@/components/settings/focus-fault'
import type { ReadingList } from '@/db/types'
import type { Flash } from '@/lib/flash'
import { longestListAbout, longestListName } from '@/lib/list-bounds'
import { listPath } from '@/lib/list-export'

type Props = {
  list: ReadingList
  flash: Flash | null
  /** What was just changed, from the address. */
  saved: string | null
}

/** How a list is called, who may see it, and its end. */
export function ListSettings({ list, flash, saved }: Props) {
  const { id, name, about, isPublic, isDefault, closedReason } = list
  const nextAfter = (done: string) => (
    <input type="hidden" name="next" value={`${listPath(id)}?saved=${done}#changed`} />
  )
  return (
    <section id="change">
      <h2>This list</h2>
      <FormMessage flash={flash} id="changed">
        {newsOf(saved, isPublic)}
      </FormMessage>
      <FocusLed to="changed" />
      {flash?.error && <FocusFault key={flash.id} />}
      <form className="list-settings" action={`/api/lists/${id}`} method="post">
        {nextAfter('list')}
        <FormField
          idPrefix="change-"
          name="name"
          label="Name"
          flash={flash}
          defaultValue={name}
          maxLength={longestListName}
          required
        />
        <div className="form-field">
          <label htmlFor="change-about">About</label>
          <textarea
            className="field"
            id="change-about"
            name="about"
            rows={3}
            maxLength={longestListAbout}
            defaultValue={flash?.values.about ?? about}
          />
        </div>
        <Visibility isPublic={isPublic} isClosed={closedReason !== null} />
        <button type="submit" className="button">
          Keep
        </button>
      </form>
      {!isDefault && (
        <form action={`/api/lists/${id}`} method="post">
          {nextAfter('default')}
          <input type="hidden" name="isDefault" value="yes" />
          <button type="submit" className="link">
            Save to this list by <kbd>s</kbd>
          </button>
        </form>
      )}
      {isDefault && (
        <p>
          The key <kbd>s</kbd> saves to this list.
        </p>
      )}
      <details className="next">
        <summary>Delete this list</summary>
        <form action={`/api/lists/${id}/delete`} method="post">
          <p>The list and its notes go for good. The papers stay on the site.</p>
          <input type="hidden" name="sure" value="yes" />
          <button type="submit" className="button">
            Delete it
          </button>
        </form>
      </details>
    </section>
  )
}

function newsOf(saved: string | null, isPublic: boolean): string | null {
  if (saved === 'default') return 'From now on s saves to this list.'
  if (saved !== 'list') return null
  return isPublic ? 'Kept. Everybody can see this list, and your page names it.' : 'Kept. Only you see this list.'
}

/** Who may see a list. When a moderator made it private, that is not for its owner to choose. */
export function Visibility({ isPublic, isClosed = false }: { isPublic: boolean; isClosed?: boolean }) {
  return (
    <fieldset className="visibility">
      <legend>Who may see it</legend>
      <label>
        <input type="radio" name="isPublic" value="no" defaultChecked={!isPublic} /> Only you
      </label>
      <label>
        <input type="radio" name="isPublic" value="yes" defaultChecked={isPublic} disabled={isClosed} /> Everybody,
        without your notes
      </label>
    </fieldset>
  )
}
