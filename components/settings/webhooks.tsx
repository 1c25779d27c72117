import { SettingsPart } from '@/components/settings/part'
import { plural } from '@/lib/text'

type Counts = { all: number; failed: number }
/** `site` is null for those who are no moderators. */
type Props = { own: Counts; site: Counts | null }

/** Where webhooks are, and which of them stopped working. */
export function WebhooksPart({ own, site }: Props) {
  const failed = own.failed + (site?.failed ?? 0)
  return (
    <SettingsPart id="webhooks" title="Webhooks" hint="to Slack, Discord, Mattermost, Telegram or your own program">
      {failed > 0 && (
        <p className="notice trouble">
          {plural(failed, 'webhook')} kept failing and {failed === 1 ? 'was' : 'were'} switched off.
        </p>
      )}
      <p className="next">
        <a className="link" href="/settings/webhooks">
          Your webhooks
        </a>
        {site && (
          <a className="link" href="/moderation/webhooks">
            The site’s webhooks
          </a>
        )}
      </p>
    </SettingsPart>
  )
}
