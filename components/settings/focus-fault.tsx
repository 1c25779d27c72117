'use client'

import { useEffect, useRef } from 'react'

/** Within a part whose form was refused: takes the keyboard to the first field at fault, else to what is said. */
export function FocusFault() {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const part = here.current?.closest('section')
    const find = (what: string) => part?.querySelector<HTMLElement>(what)
    ;(find('[aria-invalid="true"]') ?? find('[role="alert"]'))?.focus()
  }, [])
  return <span ref={here} hidden />
}
