'use client'

import { Check, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from '@/components/announcer'
import { herePath } from '@/components/here-path'
import { PressForm } from '@/components/press-form'
import { send } from '@/components/send'
import { askViewer, seemsSignedIn, setAnswer, useViewer } from '@/components/viewer-store'
import { type FollowKind, followMark } from '@/lib/follow-match'
import { signInPath } from '@/lib/next-path'

type Props = {
  kind: FollowKind
  value: string
  /** What it is called. */
  label: string
  /** Shows the label itself, where several stand in a row. */
  isChip?: boolean
}

/** Follows something, or lets it go. Without JavaScript it is a form that leads on to what is followed. */
export function FollowForm({ kind, value, label, isChip = false }: Props) {
  const { follows, viewer } = useViewer()
  const [trouble, setTrouble] = useState('')
  useEffect(() => askViewer(), [])
  if (kind === 'member' && viewer?.name === value) return null
  const mark = followMark(kind, value)
  const isOn = follows.has(mark)
  const press = async () => {
    if (!seemsSignedIn()) return window.location.assign(signInPath(wayBack(kind, value)))
    setTrouble('')
    setAnswer('follows', mark, !isOn)
    const answer = await send('POST', '/api/follows', { kind, value, want: isOn ? 'none' : 'follow' })
    if (answer.ok) return announce(isOn ? `You no longer follow ${label}.` : `You follow ${label}.`)
    setAnswer('follows', mark, isOn)
    setTrouble(answer.error)
  }
  const fields = [
    ['kind', kind],
    ['value', value],
  ] as const
  const word = isOn ? 'Following' : 'Follow'
  const Icon = isOn ? Check : Plus
  return (
    <PressForm
      className={isChip ? 'follow chip' : 'follow'}
      action="/api/follows"
      fields={fields}
      press={press}
      trouble={trouble}
    >
      <button type="submit" className={isOn ? 'on' : undefined} aria-label={`${word} ${label}`}>
        <Icon className="icon" aria-hidden="true" />
        <span dir="auto">{isChip ? label : word}</span>
      </button>
    </PressForm>
  )
}

/** After signing in: to what one follows with this filled in. A list has a page of its own to come back to. */
function wayBack(kind: FollowKind, value: string): string {
  return kind === 'list' ? herePath() : `/following?${new URLSearchParams({ kind, value })}`
}
