'use client'

import { useEffect } from 'react'

/** Takes the keyboard to what the address leads to, where the browser has not done so by itself. */
export function FocusLed({ to }: { to: string }) {
  useEffect(() => {
    if (window.location.hash === `#${to}` && document.activeElement === document.body)
      document.getElementById(to)?.focus()
  }, [to])
  return null
}
