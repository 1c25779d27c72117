import type { ReactNode } from 'react'
import { takeFocus } from '@/components/take-focus'

type Props = {
  /** Somebody asked and thought better of it: the focus is here again. */
  isCancelled: boolean
  onAsk: () => void
  children: ReactNode
}

/** The button of what is asked about once more before it is done. */
export function AskFirst({ isCancelled, onAsk, children }: Props) {
  return (
    <p className="sure">
      <button type="button" className="quiet" ref={isCancelled ? takeFocus : null} onClick={onAsk}>
        {children}
      </button>
    </p>
  )
}
