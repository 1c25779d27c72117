import { SettingsPart } from '@/components/settings/part'
import { WebhookFields } from '@/components/webhooks/webhook-fields'
import type { Flash } from '@/lib/flash'
import { kindNames, mostWebhooks, webhookKinds } from '@/lib/webhook-kinds'
import type { Whose } from '@/lib/webhook-words'

type Props = { whose: Whose; api: string; count: number; flash: Flash | null; news: string | false }

export function NewWebhook({ whose, api, count, flash, news }: Props) {
  const most = mostWebhooks[whose]
  return (
    <SettingsPart id="new" title="Add a webhook" hint={`${count} of ${most}`} flash={flash} news={news}>
      {count === 0 && <p className="tells">{about[whose]}</p>}
      {count >= most && <p className="tells">There are {most} already: delete one to add another.</p>}
      {count < most && (
        <form className="webhook" action={api} method="post" noValidate>
          <div className="rows">
            <div>
              <label htmlFor="new-kind">Send to</label>
              <div>
                <select
                  className="field fit"
                  id="new-kind"
                  name="kind"
                  defaultValue={flash?.values.kind ?? 'slack'}
                  aria-describedby="new-kind-hint"
                >
                  {chatsFirst.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindNames[kind]}
                    </option>
                  ))}
                </select>
                <p className="hint" id="new-kind-hint">
                  Your own program gets messages that are signed as Standard Webhooks says.
                </p>
              </div>
            </div>
            <WebhookFields part="new" whose={whose} kind={null} kept={null} flash={flash} />
          </div>
          <button type="submit" className="button">
            Add webhook
          </button>
        </form>
      )}
    </SettingsPart>
  )
}

const about: Record<Whose, string> = {
  person: 'What you follow, and what is said of your papers, posted to a chat or a program as it happens.',
  site: 'What happens on this site, posted to a chat or a program as it happens. All moderators keep these together.',
}
const chatsFirst = [...webhookKinds.filter((kind) => kind !== 'standard'), 'standard' as const]
