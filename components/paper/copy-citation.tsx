import { useEffect, useState } from 'react'
import { announce } from '@/components/announcer'

/** Copies what an address answers. Absent where nothing can be copied, and where there is no JavaScript. */
export function CopyCitation({ name, href }: { name: string; href: string }) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'refused'>('absent')
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'absent'), [])
  if (state === 'absent') return null

  const copy = async () => {
    // Handed over as a promise: some browsers copy only within the press itself.
    const item = new ClipboardItem({ 'text/plain': read(href) })
    const next = await navigator.clipboard.write([item]).then(
      () => 'copied' as const,
      () => 'refused' as const,
    )
    setState(next)
    announce(next === 'copied' ? `${name} copied.` : 'It could not be copied. Download it instead.')
  }
  return (
    <button type="button" className="link" onClick={copy} aria-label={`Copy ${name}`}>
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Not copied' : 'Copy'}
    </button>
  )
}

async function read(href: string): Promise<Blob> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} answered ${response.status}.`)
  return new Blob([await response.text()], { type: 'text/plain' })
}
