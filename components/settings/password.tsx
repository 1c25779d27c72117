import { SettingsPart } from '@/components/settings/part'
import { SettingsRow } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'

type Props = { name: string; hasPassword: boolean; flash: Flash | null; news: string | false }

export function PasswordPart({ name, hasPassword, flash, news }: Props) {
  return (
    <SettingsPart id="password" title="Password" flash={flash} news={news}>
      <form action="/api/settings/password" method="post">
        <input type="hidden" name="username" autoComplete="username" value={name} />
        <div className="rows">
          {hasPassword && (
            <SettingsRow
              part="password"
              name="current"
              label="Current password"
              flash={flash}
              type="password"
              autoComplete="current-password"
              required
            />
          )}
          <SettingsRow
            part="password"
            name="password"
            label={hasPassword ? 'New password' : 'Password'}
            flash={flash}
            hint="At least 10 characters. It signs you out everywhere but here; your tokens go on working."
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={256}
          />
        </div>
        <button type="submit" className="button">
          {hasPassword ? 'Change it' : 'Set it'}
        </button>
      </form>
    </SettingsPart>
  )
}
