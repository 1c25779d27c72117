import { CopyButton } from '@/components/copy-button'
import { SettingsPart } from '@/components/settings/part'
import { ShownOnce } from '@/components/settings/shown-once'
import { DeliveryLog } from '@/components/webhooks/delivery-log'
import { WebhookFields } from '@/components/webhooks/webhook-fields'
import type { DeliveryLine, WebhookLine } from '@/db/types'
import type { Flash } from '@/lib/flash'
import { kindNames } from '@/lib/webhook-kinds'
import { answerInWords, tellsInWords, type Whose } from '@/lib/webhook-words'

type Props = {
  webhook: WebhookLine
  log: readonly DeliveryLine[]
  whose: Whose
  api: string
  now: number
  flash: Flash | null
  /** What was just done with it, from the address. */
  saved: string | null
}

/** One webhook: what it tells, what can be done with it, and its last messages. */
export function WebhookPart({ webhook, log, whose, api, now, flash, saved }: Props) {
  const { id, label, kind, address, chat, events, votes, isOn, offReason } = webhook
  const part = `w-${id}`
  const made = flash?.made?.what === 'webhook' ? flash.made : null
  const at = `${api}/${id}`
  return (
    <SettingsPart id={part} title={label} hint={kindNames[kind]} flash={flash} news={newsOf(saved)}>
      {saved === 'tested' && <TestNews log={log} />}
      {made && (
        <div className="made">
          <ShownOnce />
          <p>
            <span className="mine">Its secret</span>, shown this once. With it your program sees that a message is ours.
          </p>
          <div className="pair">
            <input className="field mono" readOnly aria-label="Secret" id={`${part}-secret`} value={made.secret} />
            <CopyButton from={`${part}-secret`} />
          </div>
        </div>
      )}
      {!isOn && offReason && (
        <p className="notice trouble">
          <span dir="auto">Switched off. {offReason}</span>
        </p>
      )}
      <p className="tells">
        {tellsInWords(events, votes, whose)}
        {!isOn && ' It is off: nothing is sent.'}
        <span className="hint">
          {address}
          {chat && `, chat ${chat}`}
        </span>
      </p>
      <div className="next">
        <Act action={`${at}/test`} id={id} label={`Send a test to ${label}`}>
          Send a test
        </Act>
        <Act action={`${at}/switch`} id={id} label={`Switch ${isOn ? 'off' : 'on'} ${label}`} isOn={!isOn}>
          {isOn ? 'Switch off' : 'Switch on'}
        </Act>
        {kind === 'standard' && (
          <Act action={`${at}/secret`} id={id} label={`New secret for ${label}`}>
            New secret
          </Act>
        )}
        <details open={flash?.error !== undefined}>
          <summary>
            Change<span className="hidden"> {label}</span>
          </summary>
          <form action={at} method="post" noValidate>
            <input type="hidden" name="at" value={id} />
            <div className="rows">
              <WebhookFields part={part} whose={whose} kind={kind} kept={webhook} flash={flash?.error ? flash : null} />
            </div>
            <button type="submit" className="button">
              Keep the changes
            </button>
          </form>
        </details>
        <details>
          <summary>
            Delete<span className="hidden"> {label}</span>
          </summary>
          <p>It goes for good, and its log with it.</p>
          <Act action={`${at}/delete`} id={id} label={`Delete it for good: ${label}`}>
            Delete it
          </Act>
        </details>
      </div>
      {log.length > 0 && <DeliveryLog api={api} webhookId={id} lines={log} isOn={isOn} now={now} />}
    </SettingsPart>
  )
}

type ActProps = { action: string; id: string; label: string; isOn?: boolean; children: string }

function Act({ action, id, label, isOn, children }: ActProps) {
  return (
    <form action={action} method="post">
      <input type="hidden" name="at" value={id} />
      {isOn !== undefined && <input type="hidden" name="isOn" value={isOn ? 'on' : 'off'} />}
      <button type="submit" className="button plain" aria-label={label}>
        {children}
      </button>
    </form>
  )
}

/** What the receiver of the test that was just sent said. */
function TestNews({ log }: { log: readonly DeliveryLine[] }) {
  const test = log.find(({ event }) => event === 'webhook.test')
  if (!test) return null
  const isSent = test.state === 'sent'
  return (
    <p className={isSent ? 'notice' : 'notice trouble'} role={isSent ? 'status' : 'alert'}>
      <span dir="auto">
        {isSent ? 'The test arrived. The answer: ' : 'The test did not arrive. '}
        {answerInWords(test)}
      </span>
    </p>
  )
}

function newsOf(saved: string | null): string | false {
  const news: Record<string, string> = {
    made: 'Added. It sends what happens from now on. Send a test to see that it arrives.',
    changed: 'The changes are kept.',
    on: 'On. It sends what happens from now on.',
    off: 'Off. Nothing is sent until it is on again.',
    asked: 'It is tried now. Load the page again to see the answer.',
  }
  return news[saved ?? ''] ?? false
}
