import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import type { Flash } from '@/lib/flash'

type Shared = { label: string; part: string; flash?: Flash | null; hint?: ReactNode }
type FieldProps = Shared & InputHTMLAttributes<HTMLInputElement> & { name: string }
type TextProps = Shared & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string }

/** A row of the settings: label, field, and what is wrong or useful beneath. */
export function SettingsRow({ label, part, flash, hint, defaultValue, ...input }: FieldProps) {
  const about = words(part, input.name, flash, hint)
  return (
    <div>
      <label htmlFor={about.id}>{label}</label>
      <div>
        <input
          {...input}
          {...about.aria}
          className="field"
          defaultValue={input.type === 'password' ? undefined : (flash?.values[input.name] ?? defaultValue)}
        />
        {about.below}
      </div>
    </div>
  )
}

/** The same with several lines. */
export function SettingsText({ label, part, flash, hint, defaultValue, ...input }: TextProps) {
  const about = words(part, input.name, flash, hint)
  return (
    <div>
      <label htmlFor={about.id}>{label}</label>
      <div>
        <textarea
          {...input}
          {...about.aria}
          className="field"
          defaultValue={flash?.values[input.name] ?? defaultValue}
        />
        {about.below}
      </div>
    </div>
  )
}

function words(part: string, name: string, flash?: Flash | null, hint?: ReactNode) {
  const id = `${part}-${name}`
  const wrong = flash?.fields[name]
  const describedBy = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    id,
    aria: { id, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': describedBy || undefined },
    below: (
      <>
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
      </>
    ),
  }
}
