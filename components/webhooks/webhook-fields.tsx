import { SettingsRow } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'
import { siteEvents, voteBounds, type WebhookEvent, type WebhookKind, webhookEvents } from '@/lib/webhook-kinds'
import { eventChoices, type Whose } from '@/lib/webhook-words'

type Props = {
  /** Tells the fields of several forms apart. */
  part: string
  whose: Whose
  /** Null for a new one, of which the kind is not known yet. */
  kind: WebhookKind | null
  kept: { label: string; events: readonly WebhookEvent[]; votes: number; chat: string | null } | null
  flash: Flash | null
}

const chatHint = 'For Telegram: the number of the chat, or @ and the name of the channel.'

/** What can be chosen of a webhook, new or not. */
export function WebhookFields({ part, whose, kind, kept, flash }: Props) {
  const choices = eventChoices(whose)
  const isTicked = (event: WebhookEvent) => (flash ? event in flash.values : (kept?.events.includes(event) ?? false))
  const wrongEvents = flash?.fields.events
  return (
    <>
      <SettingsRow
        part={part}
        name="label"
        label="Name"
        flash={flash}
        defaultValue={kept?.label ?? ''}
        hint={kept ? undefined : 'For you to tell them apart.'}
        required
        maxLength={60}
      />
      <SettingsRow
        part={part}
        name="url"
        label="Address"
        flash={flash}
        hint={
          kept
            ? 'Empty, it stays as it is.'
            : 'The webhook address that the chat gives you; for Telegram, the token of your bot. Later only a part is shown.'
        }
        placeholder={kept ? undefined : 'https://'}
        required={!kept}
        maxLength={1000}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {(kind === null || kind === 'telegram') && (
        <SettingsRow
          part={part}
          name="chat"
          label="Telegram chat"
          flash={flash}
          defaultValue={kept?.chat ?? ''}
          hint={chatHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <fieldset
        id={`${part}-events`}
        tabIndex={wrongEvents ? -1 : undefined}
        aria-labelledby={`${part}-tells`}
        aria-describedby={wrongEvents ? `${part}-events-wrong` : undefined}
      >
        <span id={`${part}-tells`}>Send a message when</span>
        <div>
          {(whose === 'site' ? siteEvents : webhookEvents).map((event) => (
            <div className="choice" key={event}>
              <label>
                <input
                  type="checkbox"
                  name={event}
                  defaultChecked={isTicked(event)}
                  aria-invalid={wrongEvents ? true : undefined}
                />{' '}
                {choices[event]}
              </label>
              {event === 'paper.votes' && (
                <>
                  <input
                    className="field fit"
                    id={`${part}-votes`}
                    name="votes"
                    type="number"
                    aria-label="Votes to pass"
                    min={voteBounds.least}
                    max={voteBounds.most}
                    defaultValue={flash?.values.votes ?? kept?.votes ?? voteBounds.usual}
                    aria-invalid={flash?.fields.votes ? true : undefined}
                    aria-describedby={flash?.fields.votes ? `${part}-votes-wrong` : undefined}
                  />
                  votes
                </>
              )}
            </div>
          ))}
          {flash?.fields.votes && (
            <p className="refused" id={`${part}-votes-wrong`}>
              {flash.fields.votes}
            </p>
          )}
          {wrongEvents && (
            <p className="refused" id={`${part}-events-wrong`}>
              {wrongEvents}
            </p>
          )}
        </div>
      </fieldset>
    </>
  )
}
