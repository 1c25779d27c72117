'use client'

import { Calendar } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { TurningCalendar } from '@/components/turning-calendar'

/** Opens the calendar from the head of a list. Opens without JavaScript as well; with it, closes by Escape or elsewhere. */
export function CalendarButton({ children }: { children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (event: Event) => {
      const box = details.current
      if (!box?.open) return
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : holds(box, event.target)) return
      box.open = false
      if (event instanceof KeyboardEvent) box.querySelector('summary')?.focus()
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])

  return (
    <details className="cal-open" ref={details}>
      <summary className="step" aria-label="Open the calendar">
        <Calendar className="icon" aria-hidden="true" />
      </summary>
      <div className="cal-pop">
        <TurningCalendar>{children}</TurningCalendar>
      </div>
    </details>
  )
}

function holds(box: Element, target: EventTarget | null): boolean {
  return target instanceof Node && box.contains(target)
}
