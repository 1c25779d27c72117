import type { ReactNode } from 'react'
import { FormMessage } from '@/components/form-message'
import type { Flash } from '@/lib/flash'

type Props = {
  title: string
  flash?: Flash | null
  /** Whether the link still works; when not, `again` is where to ask for another. */
  works: boolean
  again: string
  /** What pressing the button does. */
  says: ReactNode
  action: string
  /** What is sent unseen: the link's token. */
  sends: Record<string, string>
  button: string
  children?: ReactNode
}

/** Where a letter's link leads. Opening it uses nothing up, as mail scanners open every link: the button does. */
export function LinkPage({ title, flash = null, works, again, says, action, sends, button, children }: Props) {
  return (
    <main id="main" className="narrow">
      <h1>{title}</h1>
      <FormMessage flash={flash} />
      {works ? (
        <>
          <p>{says}</p>
          <form action={action} method="post">
            {Object.entries(sends).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {children}
            <button type="submit" className="button">
              {button}
            </button>
          </form>
        </>
      ) : (
        <p>
          This link was used or has run out.{' '}
          <a className="link" href={again}>
            Ask for another
          </a>
          .
        </p>
      )}
    </main>
  )
}
