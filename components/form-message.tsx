import type { ReactNode } from 'react'
import { type Flash, troubleId } from '@/lib/flash'

type Props = {
  flash?: Flash | null
  /** Where an address leads to it, and with that the keyboard. */
  id?: string
  children?: ReactNode
}

/** What a form has to say above its fields: why it was refused, or what came of it. */
export function FormMessage({ flash, id, children }: Props) {
  if (flash?.error && !Object.values(flash.fields).includes(flash.error)) {
    return (
      <p className="notice trouble" role="alert" id={troubleId} tabIndex={-1}>
        {flash.error}
      </p>
    )
  }
  return children ? (
    <p className="notice" role="status" id={id} tabIndex={id ? -1 : undefined}>
      {children}
    </p>
  ) : null
}
