import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import type { Flash } from '@/lib/flash'
import type { FollowKind } from '@/lib/follow-match'

const kinds: { kind: FollowKind; name: string }[] = [
  { kind: 'keyword', name: 'Keyword or phrase' },
  { kind: 'category', name: 'Category' },
  { kind: 'author', name: 'Author' },
  { kind: 'member', name: 'Member who submits' },
]

/** Filled in by a link from elsewhere. */
export type Prefill = { kind: FollowKind; value: string }

/** Follows something by its name. */
export function AddFollow({ flash, prefill }: { flash: Flash | null; prefill: Prefill | null }) {
  return (
    <>
      <FormMessage flash={flash} />
      <form className="add-follow" action="/api/follows" method="post">
        <div className="form-field">
          <label htmlFor="add-kind">What</label>
          <select
            className="field"
            id="add-kind"
            name="kind"
            defaultValue={flash?.values.kind ?? prefill?.kind ?? 'keyword'}
          >
            {kinds.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <FormField
          idPrefix="add-"
          name="value"
          label="Its name"
          flash={flash}
          defaultValue={prefill?.value}
          hint="As in diffusion models, cs.LG or Ada Quill."
          maxLength={200}
          autoCapitalize="none"
          required
        />
        <button type="submit" className="button">
          Follow
        </button>
      </form>
    </>
  )
}

/** Keeps papers with a word out of sight. */
export function AddMuted({ flash }: { flash: Flash | null }) {
  return (
    <>
      <FormMessage flash={flash} />
      <form className="add-follow" action="/api/follows" method="post">
        <input type="hidden" name="kind" value="keyword" />
        <input type="hidden" name="want" value="mute" />
        <FormField
          idPrefix="mute-"
          name="value"
          label="Word or phrase"
          flash={flash}
          hint="Papers with it are hidden from your lists."
          maxLength={200}
          autoCapitalize="none"
          required
        />
        <button type="submit" className="button plain">
          Mute
        </button>
      </form>
    </>
  )
}
