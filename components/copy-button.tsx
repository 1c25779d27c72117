'use client'

import { useEffect, useState } from 'react'

/** Copies what a field holds. Absent without JavaScript, where the field can be selected by hand. */
export function CopyButton({ from }: { from: string }) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'refused'>('absent')
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'absent'), [])
  if (state === 'absent') return null

  const copy = async () => {
    const field = document.getElementById(from)
    if (!(field instanceof HTMLInputElement)) return
    field.select()
    setState(
      await navigator.clipboard.writeText(field.value).then(
        () => 'copied' as const,
        () => 'refused' as const,
      ),
    )
  }
  return (
    <button type="button" className="button plain" onClick={copy} aria-live="polite">
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Copy it by hand' : 'Copy'}
    </button>
  )
}
