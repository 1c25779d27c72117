import { useEffect, useRef, useState } from 'react'
import { useTalk } from '@/components/talk/context'
import { dropDraft, keepDraft, loadDraft, type Slot } from '@/components/talk/drafts'
import { type Answer, requestPreview } from '@/components/talk/request'
import { forgetViewer } from '@/components/viewer-store'
import type { Comment } from '@/db/types'
import { signInPath } from '@/lib/next-path'

export type ComposerProps = {
  slot: Slot
  label: string
  /** The word on its button. */
  action: string
  /** What stands in it at first, when a comment is changed. */
  initial?: string
  send: (text: string, signal: AbortSignal) => Promise<Answer<Comment>>
  onSent: (comment: Comment) => void
  /** Makes it one that can be closed, and that takes the keyboard when it opens. */
  onCancel?: () => void
  id?: string
}

/** `slow`: sent, and not answered for so long that one would ask oneself. */
export type SendState = 'idle' | 'sending' | 'slow'

/** Why it was not sent. Ours: the same may be tried again. */
export type Trouble = { text: string; isOurs: boolean; id: string | null }

const slowAfter = 4_000

/** What a composer does. The text itself stays in its field, so that typing draws nothing anew. */
export function useComposer({ slot, initial = '', send, onSent, onCancel, id }: ComposerProps) {
  const { paperId, viewer, isKnown } = useTalk()
  const text = useRef<HTMLTextAreaElement>(null)
  const under = useRef<AbortController | null>(null)
  const [state, setState] = useState<SendState>('idle')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [preview, setPreview] = useState<string | null>(null)
  const isOpened = onCancel !== undefined

  useEffect(() => {
    const field = text.current
    if (!field) return
    const draft = loadDraft(paperId, slot)
    // Whoever typed before the page had woken up keeps what they typed.
    if (draft !== null && field.value === initial) field.value = draft
    else if (field.value !== initial) keepDraft(paperId, slot, field.value)
    if (isOpened && draft === null) field.focus()
    return () => under.current?.abort()
  }, [paperId, slot, initial, isOpened])

  const refuse = (error: string, { isOurs = false, errorId = null as string | null } = {}) =>
    setTrouble({ text: error, isOurs, id: errorId })

  const leaveToSignIn = () => {
    const back = `${location.pathname}${location.search}#${id ?? `comment-${slot.slice(slot.indexOf(':') + 1)}`}`
    location.assign(signInPath(back))
  }

  const submit = async () => {
    const field = text.current
    if (!field || under.current) return
    const typed = field.value
    setTrouble(null)
    if (typed.trim() === '') {
      refuse('Write something.')
      field.focus()
      return
    }
    keepDraft(paperId, slot, typed)
    if (isKnown && !viewer) return leaveToSignIn()
    const controller = new AbortController()
    under.current = controller
    setState('sending')
    const slow = setTimeout(() => setState('slow'), slowAfter)
    const answer = await send(typed, controller.signal)
    clearTimeout(slow)
    under.current = null
    setState('idle')
    if (answer.ok) {
      dropDraft(paperId, slot)
      field.value = initial
      setPreview(null)
      onSent(answer.value)
    } else if (controller.signal.aborted) {
      refuse('Stopped. It may have arrived all the same: look before you send it again.')
    } else if (answer.status === 401) {
      forgetViewer()
      leaveToSignIn()
    } else {
      refuse(answer.error, { isOurs: answer.status === 0 || answer.status >= 500, errorId: answer.id })
    }
  }

  const togglePreview = async () => {
    const typed = text.current?.value ?? ''
    if (preview !== null) return setPreview(null)
    setTrouble(null)
    if (typed.trim() === '') return refuse('Write something, then look at it.')
    const answer = await requestPreview(typed)
    if (answer.ok) setPreview(answer.value.html)
    else refuse(answer.error, { isOurs: answer.status >= 500, errorId: answer.id })
  }

  return {
    ...{ text, state, trouble, preview },
    submit: () => void submit(),
    togglePreview: () => void togglePreview(),
    keep: () => keepDraft(paperId, slot, text.current?.value ?? ''),
    stop: () => under.current?.abort(),
    cancel: () => {
      under.current?.abort()
      dropDraft(paperId, slot)
      onCancel?.()
    },
  }
}
