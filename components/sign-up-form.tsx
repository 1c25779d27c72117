import { FormField } from '@/components/form-field'
import { FormMessage } from '@/components/form-message'
import { NameAndPassword } from '@/components/name-and-password'
import type { Flash } from '@/lib/flash'

type Props = { flash: Flash | null; next: string; asksEmail: boolean; invite?: string }

/** Makes an account; by invitation where invite is given. */
export function SignUpForm({ flash, next, asksEmail, invite }: Props) {
  return (
    <>
      <p>A name and a password. Whatever you write and vote for stands under that name.</p>
      <FormMessage flash={flash} />
      <form action="/api/signup" method="post">
        <input type="hidden" name="next" value={next} />
        {invite && <input type="hidden" name="invite" value={invite} />}
        <NameAndPassword flash={flash} />
        {asksEmail && (
          <FormField
            name="email"
            label="E-mail, if you like"
            flash={flash}
            hint="For a forgotten password. Never shown."
            type="email"
            autoComplete="email"
          />
        )}
        <button type="submit" className="button">
          Make an account
        </button>
      </form>
    </>
  )
}
