'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { askedPaper, goTo, goToSearch, move } from '@/components/keyboard-places'
import { pressSave } from '@/components/lists/saves'
import { recall, remember } from '@/components/tab-memory'
import { actionOf, type KeyAction } from '@/lib/key-press'
import { paperPath } from '@/lib/paper-id'

const awaited = 'talk by key'

const KeysDialog = lazy(() => import('@/components/keys-dialog'))

/** The keys by which a page is read without a mouse. */
export function Keyboard() {
  const [isListed, setListed] = useState(false)
  useEffect(arrive, [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const action = actionOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        repeat: event.repeat,
        isAltGraph: event.getModifierState('AltGraph'),
      })
      // Enter is for what has focus.
      if (!action || (event.key === 'Enter' && isPressable(event.target))) return
      if (action === 'keys') setListed(true)
      else if (!act(action)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return <Suspense>{isListed && <KeysDialog onClose={() => setListed(false)} />}</Suspense>
}

/** False when there is nothing on this page that the key could mean. */
function act(action: Exclude<KeyAction, 'keys'>): boolean {
  if (action === 'down' || action === 'up') return move(action)
  if (action === 'search') return goToSearch()
  if (action === 'previous') return goTo('a[rel="prev"]')
  if (action === 'next') return goTo('a[rel="next"]')
  const article = askedPaper()
  const id = article?.dataset.paper
  if (!article || !id) return false
  if (action === 'upvote') return goTo('.vote', article)
  if (action === 'save') {
    pressSave(id)
    return true
  }
  const path = paperPath(id)
  const isHere = window.location.pathname === path
  if (action === 'open' && !isHere) window.location.assign(path)
  if (action === 'comments' && !isHere) {
    remember(awaited, path)
    window.location.assign(`${path}#talk`)
  }
  if (action === 'comments' && isHere) goToTalk()
  return action === 'comments' || !isHere
}

/** Whoever came to a paper's talk by its key goes on there by keys: first to read it. */
function arrive(): void {
  if (recall(awaited) === window.location.pathname)
    document.querySelector<HTMLElement>('#talk-title')?.focus({ preventScroll: true })
  remember(awaited, null)
}

function goToTalk(): void {
  document.querySelector('#talk')?.scrollIntoView()
  document.querySelector<HTMLElement>('#composer')?.focus({ preventScroll: true })
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, label') !== null
}
