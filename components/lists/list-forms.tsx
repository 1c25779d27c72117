'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import { announce } from '@/components/announcer'
import { send } from '@/components/send'

/**
 * Sends the forms of a list of one's own without leaving the page, then makes it anew where it stands. Only forms that
 * say so in data-quick; all of them work as they are without JavaScript.
 */
export function ListForms({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const [trouble, setTrouble] = useState('')
  const pressed = useRef<string | null>(null)

  // A paper that moved took its button along, and the browser lets go of the focus.
  useEffect(() => {
    if (isPending || !pressed.current) return
    const button = document.getElementById(pressed.current)
    pressed.current = null
    if (button && document.activeElement === document.body) button.focus()
  }, [isPending])

  const submit = async (event: FormEvent<HTMLDivElement>) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.quick === undefined) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent // what onSubmit of React is given
    const { next: _, ...fields } = Object.fromEntries(new FormData(form, submitter))
    setTrouble('')
    const answer = await send('PATCH', new URL(form.action).pathname, fields)
    if (answer.ok) {
      pressed.current = submitter?.id || null
      form.closest('details')?.removeAttribute('open')
      announce(form.dataset.quick)
    } else setTrouble(answer.error)
    // A refusal may mean that the page is behind: what others changed meanwhile comes too.
    start(() => router.refresh())
  }
  return (
    <div onSubmit={submit} aria-busy={isPending || undefined}>
      {trouble && (
        <p className="notice trouble hung" role="alert">
          {trouble}
        </p>
      )}
      {children}
    </div>
  )
}
