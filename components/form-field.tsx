import type { InputHTMLAttributes, ReactNode } from 'react'
import type { Flash } from '@/lib/flash'

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  /** What the last try had to say; fills the field again and names what was wrong. */
  flash?: Flash | null
  hint?: ReactNode
  /** Beside the label: a way out, such as a forgotten password. */
  aside?: ReactNode
  /** Tells two fields of one name on a page apart. */
  idPrefix?: string
}

/** A labelled field of a form that works without JavaScript. */
export function FormField({ name, label, flash, hint, aside, idPrefix = '', defaultValue, ...input }: Props) {
  const id = `${idPrefix}${name}`
  const wrong = flash?.fields[name]
  const described = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="form-field">
      <div className="row">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      <input
        {...input}
        className="field"
        id={id}
        name={name}
        defaultValue={input.type === 'password' ? undefined : (flash?.values[name] ?? defaultValue)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      />
      {wrong && (
        <p className="refused" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
