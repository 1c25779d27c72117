import type { ReactNode } from 'react'
import { NewWebhook } from '@/components/webhooks/new-webhook'
import { WebhookPart } from '@/components/webhooks/webhook-part'
import type { DeliveryLine, WebhookLine } from '@/db/types'
import type { Flash } from '@/lib/flash'
import type { Whose } from '@/lib/webhook-words'

type Props = {
  whose: Whose
  title: string
  says: ReactNode
  webhooks: readonly WebhookLine[]
  logs: ReadonlyMap<string, readonly DeliveryLine[]>
  flash: Flash | null
  /** What was just done, and with which. */
  saved: string | null
  at: string | null
  now: number
}

/** A person's own webhooks, or the site's. */
export function WebhooksPage({ whose, title, says, webhooks, logs, flash, saved, at, now }: Props) {
  const api = whose === 'person' ? '/api/webhooks' : '/api/moderation/webhooks'
  const aboutPart = (part: string) => (flash?.part === part ? flash : null)
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>{title}</h1>
          <p className="tally">{says}</p>
        </div>
      </div>
      <div>
        {webhooks.map((webhook) => (
          <WebhookPart
            key={webhook.id}
            webhook={webhook}
            log={logs.get(webhook.id) ?? []}
            whose={whose}
            api={api}
            now={now}
            flash={aboutPart(`w-${webhook.id}`)}
            saved={at === webhook.id ? saved : null}
          />
        ))}
        <NewWebhook
          whose={whose}
          api={api}
          count={webhooks.length}
          flash={aboutPart('new')}
          news={saved === 'deleted' && 'Deleted.'}
        />
      </div>
    </main>
  )
}
