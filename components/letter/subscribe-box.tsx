'use client'

import { type FormEvent, useId, useState } from 'react'
import { requestSubscription } from '@/components/letter/request'
import { takeFocus } from '@/components/take-focus'

type Props = {
  title: string
  /** What comes and when. */
  says: string
  frequency: 'daily' | 'weekly'
}

type State = { is: 'open' } | { is: 'sending' } | { is: 'refused'; why: string } | { is: 'sent'; email: string }

/** Where a list's reader asks for the papers by mail. Without JavaScript the answer is a page of its own. */
export function SubscribeBox({ title, says, frequency }: Props) {
  const id = useId()
  const [state, setState] = useState<State>({ is: 'open' })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state.is === 'sending') return
    const form = event.currentTarget
    const email = String(new FormData(form).get('email')).trim()
    setState({ is: 'sending' })
    const refused = await requestSubscription({ email, frequency, timezone: ownTimeZone() })
    setState(refused === null ? { is: 'sent', email } : { is: 'refused', why: refused })
    if (refused !== null) form.querySelector<HTMLElement>('[name=email]')?.focus()
  }

  if (state.is === 'sent') {
    return (
      <section className="letter" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>Look in your mail</h2>
        <p ref={takeFocus} tabIndex={-1}>
          A letter is on its way to <b>{state.email}</b>. Press the button behind its link, and the papers come.
        </p>
      </section>
    )
  }
  const isRefused = state.is === 'refused'
  return (
    <section className="letter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>
        {says}{' '}
        <a className="link" href="/subscription">
          Choose which
        </a>
      </p>
      <form action="/api/subscriptions" method="post" noValidate onSubmit={submit}>
        <input type="hidden" name="frequency" value={frequency} />
        <label className="hidden" htmlFor={id}>
          Your e-mail address
        </label>
        <div className="joined">
          <input
            className="field"
            id={id}
            name="email"
            type="email"
            autoComplete="email"
            placeholder="you@lab.edu"
            readOnly={state.is === 'sending'}
            aria-invalid={isRefused || undefined}
            aria-describedby={isRefused ? `${id}-wrong` : undefined}
          />
          <button type="submit" className="button plain" aria-disabled={state.is === 'sending'}>
            {state.is === 'sending' ? 'Sending' : 'Subscribe'}
          </button>
        </div>
        {isRefused && (
          <p className="refused" id={`${id}-wrong`} role="alert">
            {state.why}
          </p>
        )}
      </form>
    </section>
  )
}

/** Letters come at an hour of the reader's own clock. */
function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
