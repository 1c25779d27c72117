import { SettingsPart } from '@/components/settings/part'
import { SettingsRow } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'

type Props = { email: string | null; hasPassword: boolean; flash: Flash | null; news: string | false }

export function EmailPart({ email, hasPassword, flash, news }: Props) {
  return (
    <SettingsPart id="email" title="E-mail" hint={email ? `${email}, confirmed` : 'none yet'} flash={flash} news={news}>
      <form action="/api/settings/email" method="post">
        <div className="rows">
          <SettingsRow
            part="email"
            name="email"
            label="Address"
            flash={flash}
            defaultValue={email ?? ''}
            hint="For signing in by letter, a forgotten password and the papers by mail. Never shown. Empty takes it away."
            type="email"
            autoComplete="email"
          />
          {hasPassword && (
            <SettingsRow
              part="email"
              name="password"
              label="Your password"
              flash={flash}
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </div>
        <button type="submit" className="button">
          Keep it
        </button>
      </form>
    </SettingsPart>
  )
}
