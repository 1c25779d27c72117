'use client'

import { useEffect } from 'react'

/** Takes the secret's mark off the address, so that a reload or the way back does not show it again. */
export function ShownOnce() {
  useEffect(() => {
    const here = new URL(window.location.href)
    here.searchParams.delete('made')
    window.history.replaceState(window.history.state, '', here)
  }, [])
  return null
}
