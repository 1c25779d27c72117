import { SettingsPart } from '@/components/settings/part'
import { SettingsRow, SettingsText } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'

type Props = { name: string; fullName: string | null; bio: string | null; flash: Flash | null; news: string | false }

export function ProfilePart({ name, fullName, bio, flash, news }: Props) {
  return (
    <SettingsPart
      id="profile"
      title="Profile"
      hint={
        <a className="link" href={`/user/${name}`}>
          your page
        </a>
      }
      flash={flash}
      news={news}
    >
      <form action="/api/settings/profile" method="post">
        <div className="rows">
          <SettingsRow
            part="profile"
            name="fullName"
            label="Known as"
            flash={flash}
            defaultValue={fullName ?? ''}
            hint="Shown beside your name. May stay empty."
            autoComplete="name"
            maxLength={80}
          />
          <SettingsText
            part="profile"
            name="bio"
            label="About you"
            flash={flash}
            defaultValue={bio ?? ''}
            rows={3}
            maxLength={500}
          />
        </div>
        <button type="submit" className="button">
          Keep these
        </button>
      </form>
    </SettingsPart>
  )
}
