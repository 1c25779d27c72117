import type { ReactNode } from 'react'
import type { Flash } from '@/lib/flash'

type Props = { flash?: Flash | null; children?: ReactNode }

/** What a form has to say above its fields: why it was refused, or what came of it. */
export function FormMessage({ flash, children }: Props) {
  if (flash?.error && !Object.values(flash.fields).includes(flash.error)) {
    return (
      <p className="notice trouble" role="alert" tabIndex={-1}>
        {flash.error}
      </p>
    )
  }
  return children ? (
    <p className="notice" role="status">
      {children}
    </p>
  ) : null
}
