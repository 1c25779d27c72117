import { FormField } from '@/components/form-field'
import type { Flash } from '@/lib/flash'

/** The two fields of a new account. */
export function NameAndPassword({ flash }: { flash: Flash | null }) {
  return (
    <>
      <FormField
        name="name"
        label="Name"
        flash={flash}
        hint="2 to 40 letters (A to Z), digits, - or _. Everybody sees it."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={2}
        maxLength={40}
        pattern="[A-Za-z0-9_\-]{2,40}"
      />
      <NewPassword flash={flash} />
    </>
  )
}

export function NewPassword({ flash, label = 'Password' }: { flash: Flash | null; label?: string }) {
  return (
    <FormField
      name="password"
      label={label}
      flash={flash}
      hint="At least 10 characters, whichever you like."
      type="password"
      autoComplete="new-password"
      required
      minLength={10}
      maxLength={256}
    />
  )
}
