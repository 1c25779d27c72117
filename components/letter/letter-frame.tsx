'use client'

import { useEffect, useRef } from 'react'

/**
 * A letter as a mail program shows it, shut off from the page around it and as tall as it is. No scripts, no forms:
 * links open beside the page. Without JavaScript it scrolls in its frame.
 */
export function LetterFrame({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const heights = new ResizeObserver(([letter]) => {
      if (letter) element.style.height = `${Math.ceil(letter.target.getBoundingClientRect().height) + borders}px`
    })
    const watch = () => {
      heights.disconnect()
      const letter = element.contentDocument?.documentElement
      if (letter) heights.observe(letter)
    }
    watch()
    element.addEventListener('load', watch)
    return () => {
      heights.disconnect()
      element.removeEventListener('load', watch)
    }
  }, [])
  return (
    <iframe
      ref={frame}
      className="mail"
      title="The letter"
      // The same origin, so that its height can be read; nothing in it can run.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
    />
  )
}

// .mail has a line above and one below.
const borders = 2
