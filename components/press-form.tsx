import type { ReactNode } from 'react'

type Props = {
  className: string
  /** Where the form goes without JavaScript, and what it sends. */
  action: string
  fields: readonly (readonly [name: string, value: string])[]
  press: () => unknown
  /** Why it was not done; empty while nothing is wrong. */
  trouble: string
  /** The button. */
  children: ReactNode
}

/** A button that is pressed without leaving the page, and beside it why that did nothing. */
export function PressForm({ className, action, fields, press, trouble, children }: Props) {
  return (
    <form
      className={className}
      action={action}
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {trouble && (
        <span className="refused" role="alert">
          {trouble}
        </span>
      )}
    </form>
  )
}
