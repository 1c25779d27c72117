import { useEffect, useState } from 'react'

export type Copying = 'absent' | 'ready' | 'copied' | 'refused'

/** How far copying is: absent where nothing can be copied, and where there is no JavaScript; and what does it. */
export function useCopy(write: () => Promise<void>): { state: Copying; copy: () => Promise<'copied' | 'refused'> } {
  const [state, setState] = useState<Copying>('absent')
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'absent'), [])
  const copy = async () => {
    const next = await write().then(
      () => 'copied' as const,
      () => 'refused' as const,
    )
    setState(next)
    return next
  }
  return { state, copy }
}
