import { announce } from '@/components/announcer'
import { BrowserStore, useStored } from '@/components/browser-store'
import { herePath } from '@/components/here-path'
import { listPaperPath } from '@/components/lists/list-paper-path'
import { send } from '@/components/send'
import { forgetViewer, seemsSignedIn, setAnswer, viewerNow, whenViewerKnown } from '@/components/viewer-store'
import { signInPath } from '@/lib/next-path'

const refusals = new BrowserStore('')
const underWay = new Map<string, Promise<void>>()

/** Why a paper could not be saved, or taken off; '' when nothing is wrong. */
export function useSaveRefusal(paperId: string): string {
  return useStored(refusals, paperId, (words) => words)
}

/** Saves a paper to the reader's list, or takes it off. One press after another; who is signed out goes to sign in. */
export function pressSave(paperId: string): Promise<void> {
  const next = (underWay.get(paperId) ?? Promise.resolve()).then(() => toggle(paperId))
  underWay.set(paperId, next)
  return next
}

async function toggle(paperId: string): Promise<void> {
  if (!seemsSignedIn()) return goToSignIn()
  const { viewer, isKnown } = await whenViewerKnown(paperId)
  if (isKnown && !viewer) return goToSignIn()
  const want = !viewerNow().saved.has(paperId)
  refusals.set(paperId, '')
  setAnswer('saved', paperId, want)
  const answer = await send(want ? 'PUT' : 'DELETE', listPaperPath('default', paperId))
  if (answer.ok) return announce(want ? `Saved to ${nameIn(answer.body)}.` : `No longer on ${nameIn(answer.body)}.`)
  setAnswer('saved', paperId, !want)
  refusals.set(paperId, answer.error)
  if (answer.status === 401) forgetViewer()
}

function goToSignIn(): void {
  window.location.assign(signInPath(herePath()))
}

function nameIn({ list }: Record<string, unknown>): string {
  return typeof list === 'object' && list !== null && 'name' in list ? String(list.name) : 'your list'
}
