import { FormField } from '@/components/form-field'
import type { Flash } from '@/lib/flash'
import { askedOf, longestSearchName } from '@/lib/saved-search'
import { searchInWords } from '@/lib/search-asked'
import { longestSearch } from '@/lib/search-query'

type Props = {
  /** The search so far, as its address asks for it; '' for none. */
  asked: string
  /** What it is called; null for one that has no name yet. */
  name: string | null
  flash: Flash | null
}

/** What a saved search is called and looks for. Filters are carried along. */
export function SavedFields({ asked, name, flash }: Props) {
  const { q, filters } = askedOf(asked)
  const others = [...new URLSearchParams(asked)].filter(([parameter]) => parameter !== 'q')
  // As the parts of the pages are called where it is saved and changed.
  const idPrefix = name === null ? 'save-' : 'change-'
  const beside = searchInWords({ q: '', filters })
  return (
    <>
      {others.map(([parameter, value]) => (
        <input key={parameter} type="hidden" name={parameter} value={value} />
      ))}
      <FormField
        idPrefix={idPrefix}
        name="q"
        label="Looks for"
        flash={flash}
        defaultValue={q}
        hint={beside ? `Only ${beside}.` : 'As in the search box: state space cat:cs.LG'}
        maxLength={longestSearch}
        autoCapitalize="none"
        required={others.length === 0}
      />
      <FormField
        idPrefix={idPrefix}
        name="name"
        label="Name"
        flash={flash}
        defaultValue={name ?? ''}
        hint={name === null ? 'Without one it is called by what it looks for.' : undefined}
        maxLength={longestSearchName}
        required={name !== null}
      />
    </>
  )
}
