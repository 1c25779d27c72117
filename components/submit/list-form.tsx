'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Authors } from '@/components/paper/authors'
import { rendered } from '@/components/rendered'
import { FirstComment } from '@/components/submit/first-comment'
import { type Look, lookAt, type Refused, sendSubmission } from '@/components/submit/request'
import { TypedFields } from '@/components/submit/typed-fields'
import { takeFocus } from '@/components/take-focus'
import { type Flash, troubleId } from '@/lib/flash'
import { listedId, submitPath } from '@/lib/submission-path'
import { plural } from '@/lib/text'

type Props = {
  /** What was pasted: it names the paper to the server too. */
  asked: string
  /** The day that it will be on, and how the button says it. */
  day: string
  dayName: string
  /** Where a paper is that has to be typed; null when it was found. */
  link: string | null
  /** What the last try without JavaScript had to say. */
  flash: Flash | null
}

/** The last step: a first comment, and on the list. What is typed stays whatever the answer. */
export function ListForm({ asked, day, dayName, link, flash }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(flash ? asRefused(flash) : null)
  const [look, setLook] = useState<Look | null>(null)
  // Once told of another day, they know.
  const [isDayKnown, setDayKnown] = useState(true)

  const typed = () => {
    const fields = [...new FormData(form.current ?? undefined)]
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]))
  }
  const refuse = (answer: Refused) => {
    setRefused(answer)
    if (answer.fields.day) setDayKnown(false)
    const [first] = Object.keys(answer.fields)
    form.current?.querySelector<HTMLElement>(`[name="${first}"]:not([type="hidden"])`)?.focus()
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    setRefused(null)
    const answer = await sendSubmission(typed())
    if ('to' in answer) return location.assign(`${answer.to}#${listedId}`)
    setSending(false)
    // Listed by somebody meanwhile: the same address now shows it there.
    if (answer.status === 409 && answer.fields.paperId) return location.assign(submitPath(asked))
    refuse(answer)
  }
  const show = async () => {
    if (!form.current?.reportValidity()) return
    setRefused(null)
    const { comment: _, day: __, ...paper } = typed()
    const answer = await lookAt(paper)
    if ('html' in answer) setLook(answer)
    else refuse(answer)
  }

  const fields = refused?.fields ?? {}
  return (
    <form
      ref={form}
      className="composer listing"
      action="/api/papers/submit"
      method="post"
      onSubmit={(event) => void send(event)}
    >
      <input type="hidden" name="paperId" value={asked} />
      {isDayKnown && <input type="hidden" name="day" value={day} />}
      {link !== null && <TypedFields link={link} fields={fields} values={flash?.values ?? {}} />}
      {look && <Shown {...look} />}
      <FirstComment refused={fields.comment} initial={flash?.values.comment ?? ''} />
      {refused && refused.error !== fields.comment && (
        <p className="refused" role="alert" id={troubleId} tabIndex={-1}>
          {refused.status === 401 ? <SignInAgain /> : refused.error}
        </p>
      )}
      <div className="under">
        {link === null ? (
          <a className="quiet" href="/submit">
            Not this one
          </a>
        ) : (
          <button type="button" className="button plain only-script" onClick={() => void show()}>
            Show it to me first
          </button>
        )}
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? 'Sending' : isDayKnown ? `List it on ${dayName}` : 'List it'}
        </button>
      </div>
    </form>
  )
}

function asRefused({ error = '', fields }: Flash): Refused | null {
  return error ? { status: 400, error, fields } : null
}

function Shown({ paper, html }: Look) {
  return (
    <section className="preview check" aria-label="What it will look like" tabIndex={-1} ref={takeFocus}>
      <h3 dir="auto" {...rendered(html.title)} />
      <Authors authors={paper.authors} />
      <p className="meta">
        <span>{plural(paper.authors.length, 'author')}</span>
      </p>
      {html.abstract && <p className="abstract all" dir="auto" {...rendered(html.abstract)} />}
    </section>
  )
}

function SignInAgain() {
  return (
    <>
      You are signed out.{' '}
      <a className="link" href="/signin" target="_blank" rel="noreferrer">
        Sign in again
      </a>{' '}
      in another tab, then send it from here: nothing is lost.
    </>
  )
}
