'use client'

import { useEffect } from 'react'

/** Chooses the browser's time zone in the field of this id, where the site could only guess. */
export function OwnTimeZone({ of }: { of: string }) {
  useEffect(() => {
    const field = document.getElementById(of)
    if (!(field instanceof HTMLSelectElement)) return
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    if (![...field.options].some(({ value }) => value === zone)) field.add(new Option(zone))
    field.value = zone
  }, [of])
  return null
}
