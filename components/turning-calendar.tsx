'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { rendered } from '@/components/rendered'

type Turned = { html: string; by: string }

/**
 * Turns the calendar's months in place: the page of a month holds the calendar that is wanted, and is the same for
 * everybody, so it is asked for and only its calendar shown. Without JavaScript the arrows lead to that page.
 */
export function TurningCalendar({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [turned, setTurned] = useState<Turned | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  useEffect(() => {
    const turn = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-turn]') : null
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      setIsBusy(true)
      const html = await fetchCalendar(link.href)
      setIsBusy(false)
      if (html) setTurned({ html, by: link.dataset.turn ?? '' })
      else location.assign(link.href)
    }
    const here = box.current
    here?.addEventListener('click', turn)
    return () => here?.removeEventListener('click', turn)
  }, [])

  // The arrow that was pressed is gone with its month: go on from the one that took its place.
  useEffect(() => {
    if (!turned || !box.current) return
    const arrow = box.current.querySelector<HTMLElement>(`[data-turn="${turned.by}"]`)
    const focused = arrow ?? box.current.querySelector<HTMLElement>('[data-turn]')
    focused?.focus()
  }, [turned])

  return (
    <div ref={box} aria-busy={isBusy || undefined}>
      {turned ? <div key="turned" {...rendered(turned.html)} /> : <div key="first">{children}</div>}
    </div>
  )
}

async function fetchCalendar(page: string): Promise<string | null> {
  const answer = await fetch(page).catch(() => null)
  if (!answer?.ok) return null
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return parsed.querySelector('.calendar')?.outerHTML ?? null
}
