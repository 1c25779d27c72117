import type { ReactNode } from 'react'
import { FormMessage } from '@/components/form-message'
import { FocusFault } from '@/components/settings/focus-fault'
import type { Flash } from '@/lib/flash'

type Props = {
  id: string
  title: string
  hint?: ReactNode
  flash?: Flash | null
  news?: string | false
  children: ReactNode
}

/** One part of the settings page, with what its forms have to say. */
export function SettingsPart({ id, title, hint, flash, news, children }: Props) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`} tabIndex={news ? -1 : undefined}>
      <div className="bar hung">
        <h2 id={`${id}-title`}>{title}</h2>
        {hint && <span className="hint">{hint}</span>}
      </div>
      <div className="text">
        <FormMessage flash={flash}>{news}</FormMessage>
        {children}
        {flash?.error && <FocusFault key={flash.id} />}
      </div>
    </section>
  )
}
