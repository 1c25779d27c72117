'use client'

import { useState } from 'react'
import type { Entry } from '@/components/use-arranged'
import { useViewer } from '@/components/viewer-store'
import { plural } from '@/lib/text'

type Muting = { held: number; isOpen: boolean; onToggle: () => void }

/** A list without the papers that the reader's muted words hold back, until they ask for them. */
export function useUnmuted(entries: Entry[]): Muting & { shown: Entry[] } {
  const { muted } = useViewer()
  const [isOpen, setOpen] = useState(false)
  const rest = muted.size === 0 ? entries : entries.filter(({ standing }) => !muted.has(standing.id))
  return {
    shown: isOpen ? entries : rest,
    held: entries.length - rest.length,
    isOpen,
    onToggle: () => setOpen(!isOpen),
  }
}

/** Says how many papers are held back, and shows them on demand. */
export function MutedLine({ held, isOpen, onToggle }: Muting) {
  if (held === 0) return null
  return (
    <p className="enough muted-line">
      {plural(held, 'paper')} {isOpen ? 'with' : 'hidden by'} your muted words.{' '}
      <button type="button" className="link" onClick={onToggle}>
        {isOpen ? 'Hide' : 'Show'}
      </button>{' '}
      <a className="link" href="/following#mute">
        Change them
      </a>
    </p>
  )
}
