import { useEffect, useState } from 'react'
import { isOnScreen } from '@/components/on-screen'
import { plural } from '@/lib/text'

/** Says once, politely, that comments have come which are not on the screen; leads to the first of them. */
export function Arrivals({ ids }: { ids: ReadonlySet<string> }) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const unseen = [...ids].filter((id) => !seen.has(id))

  // Whatever scrolls into view is seen.
  useEffect(() => {
    const look = () => {
      const found = [...ids].filter((id) => {
        const place = placeOf(id)
        return place && isOnScreen(place)
      })
      setSeen((known) => (found.every((id) => known.has(id)) ? known : new Set([...known, ...found])))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [ids])

  const go = () => {
    const place = unseen.map(placeOf).find((found) => found !== null)
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
    setSeen(ids)
  }
  return (
    <div className="arrivals" role="status">
      {unseen.length > 0 && (
        <button type="button" onClick={go}>
          {plural(unseen.length, 'new comment')}
        </button>
      )}
    </div>
  )
}

function placeOf(id: string): HTMLElement | null {
  return document.getElementById(`comment-${id}`)
}
