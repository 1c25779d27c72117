'use client'

import { useCopy } from '@/components/use-copy'

/** Copies what a field holds. Absent without JavaScript, where the field can be selected by hand. */
export function CopyButton({ from }: { from: string }) {
  const { state, copy } = useCopy(async () => {
    const field = document.getElementById(from)
    if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${from}.`)
    field.select()
    await navigator.clipboard.writeText(field.value)
  })
  if (state === 'absent') return null

  return (
    <button type="button" className="button plain" onClick={copy} aria-live="polite">
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy it by hand' : 'Copy'}
    </button>
  )
}
