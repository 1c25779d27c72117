'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { announce } from '@/components/announcer'
import { send } from '@/components/send'

/** What was done last: where its form went, and what it says. */
type News = { path: string; says: string }

const LastNews = createContext<News | null>(null)

/** Beside a form: what it says when it was the last one to be done. It is read out by the announcer. */
export function QuickNews({ action, says }: { action: string; says: string }) {
  const news = useContext(LastNews)
  if (news?.path !== action || news.says !== says) return null
  return (
    <span className="hint" aria-hidden="true">
      {says}
    </span>
  )
}

/**
 * Sends the forms of a list of one's own without leaving the page, then makes it anew where it stands. Only forms that
 * say so in data-quick; all of them work as they are without JavaScript.
 */
export function ListForms({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const [trouble, setTrouble] = useState('')
  const [news, setNews] = useState<News | null>(null)
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
    const path = new URL(form.action).pathname
    setTrouble('')
    setNews(null)
    const answer = await send('PATCH', path, fields)
    if (answer.ok) {
      pressed.current = submitter?.id || null
      close(form.closest('details'))
      setNews({ path, says: form.dataset.quick })
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
      <LastNews value={news}>{children}</LastNews>
    </div>
  )
}

/** The button that was pressed goes out of sight with it; the keyboard stays on what opens it again. */
function close(details: HTMLDetailsElement | null): void {
  if (!details) return
  details.open = false
  details.querySelector('summary')?.focus()
}
