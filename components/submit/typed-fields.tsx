import { SettingsText } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'

type Props = { link: string; fields: Record<string, string>; values: Record<string, string> }

/** What somebody gives by hand of a paper that no service tells of. */
export function TypedFields({ link, fields, values }: Props) {
  const flash: Flash = { id: '', part: '', fields, values }
  return (
    <div className="rows">
      <SettingsText
        part="typed"
        name="title"
        label="Title"
        flash={flash}
        rows={2}
        required
        maxLength={500}
        dir="auto"
      />
      <SettingsText
        part="typed"
        name="authors"
        label="Authors"
        flash={flash}
        rows={3}
        required
        dir="auto"
        placeholder="One a line, in their order"
      />
      <SettingsText
        part="typed"
        name="abstract"
        label="Abstract"
        flash={flash}
        rows={5}
        maxLength={10_000}
        dir="auto"
        hint="May stay empty. Math between $ signs."
      />
      <div>
        <span>Link</span>
        <a className="link wraps" href={link} rel="noreferrer" target="_blank">
          {link}
        </a>
      </div>
    </div>
  )
}
