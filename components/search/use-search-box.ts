import { type InputHTMLAttributes, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { announce } from '@/components/announcer'
import { type Title, useTitles } from '@/components/search/use-titles'
import { paperPath } from '@/lib/paper-id'
import { plural } from '@/lib/text'

/** What the list under the box shows. */
export type Offered = {
  id: string
  titles: Title[]
  typed: string
  /** Which of them the arrows stand on; as many as there are titles is the search itself, -1 the box. */
  active: number
  onSearch: () => void
}

type Box = {
  ref: RefObject<HTMLInputElement | null>
  input: InputHTMLAttributes<HTMLInputElement>
  /** Null while nothing is offered. */
  offered: Offered | null
}

// Who hears the page is told once they stop typing.
const quietAfter = 700

/**
 * A box that offers titles while somebody types: the combobox of the WAI-ARIA practices, whose list is chosen from by
 * hand. Without a script it is a plain field of its form.
 */
export function useSearchBox(): Box {
  const id = useId()
  const ref = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const titles = useTitles(typed)
  const isShown = isOpen && titles.length > 0
  useEffect(() => {
    if (!isShown) return
    const words = `${plural(titles.length, 'title')}. Down arrow to choose, Enter to search.`
    const timer = setTimeout(() => announce(words), quietAfter)
    return () => clearTimeout(timer)
  }, [isShown, titles])

  const read = (value: string) => {
    setTyped(value)
    setActive(-1)
    setOpen(true)
  }
  const search = () => ref.current?.form?.requestSubmit()
  const choose = () => {
    const title = titles[active]
    if (title) window.location.assign(paperPath(title.id))
    else search()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isShown) read(event.currentTarget.value)
      else if (!event.altKey) setActive(step(active, key === 'ArrowDown' ? 1 : -1, titles.length + 1))
    } else if (key === 'Escape') {
      if (isShown) setOpen(false)
      else event.currentTarget.blur()
    } else if (key === 'Enter' && isShown && active >= 0) choose()
    else return
    event.preventDefault()
  }
  return {
    ref,
    input: {
      type: 'search',
      name: 'q',
      role: 'combobox',
      'aria-label': 'Search papers',
      'aria-autocomplete': 'list',
      'aria-expanded': isShown,
      'aria-controls': isShown ? id : undefined,
      'aria-activedescendant': isShown && active >= 0 ? optionId(id, active) : undefined,
      autoComplete: 'off',
      autoCapitalize: 'off',
      spellCheck: false,
      enterKeyHint: 'search',
      onInput: (event) => read(event.currentTarget.value),
      onKeyDown: press,
      onBlur: () => setOpen(false),
    },
    offered: isShown ? { id, titles, typed: typed.trim(), active, onSearch: search } : null,
  }
}

/** The name by which the box tells which one the arrows stand on. */
export function optionId(id: string, index: number): string {
  return `${id}-${index}`
}

/** From the box through all of them and back into it. */
function step(active: number, by: 1 | -1, options: number): number {
  return ((active + 1 + by + options + 1) % (options + 1)) - 1
}
