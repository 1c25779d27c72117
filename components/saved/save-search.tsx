'use client'

import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { announce } from '@/components/announcer'
import { herePath } from '@/components/here-path'
import { PressForm } from '@/components/press-form'
import { send } from '@/components/send'
import { seemsSignedIn } from '@/components/viewer-store'
import { signInPath } from '@/lib/next-path'
import { savedSearchPath } from '@/lib/saved-search-path'

/**
 * Keeps a search, given as its address asks for it. Without JavaScript it is a form that leads on to the searches that
 * are kept.
 */
export function SaveSearch({ asked }: { asked: string }) {
  const [saved, setSaved] = useState<string | null>(null)
  const [trouble, setTrouble] = useState('')
  const fields = [...new URLSearchParams(asked)]
  const press = async () => {
    if (!seemsSignedIn()) return window.location.assign(signInPath(herePath()))
    setTrouble('')
    const answer = await send<{ id: string }>('POST', '/api/searches', Object.fromEntries(fields))
    if (!answer.ok) return setTrouble(answer.error)
    announce('The search is saved. What newly comes stands under Saved searches.')
    setSaved(answer.body.id)
  }
  if (saved) {
    return (
      <p className="save-search saved">
        <Bookmark className="icon" aria-hidden="true" />{' '}
        <a className="link" href={savedSearchPath(saved)} ref={(link) => link?.focus()}>
          Saved
        </a>
      </p>
    )
  }
  return (
    <PressForm className="save-search" action="/api/searches" fields={fields} press={press} trouble={trouble}>
      <button type="submit">
        <Bookmark className="icon" aria-hidden="true" /> Save this search
      </button>
    </PressForm>
  )
}
