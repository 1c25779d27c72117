import type { Viewer } from '@/db/types'
import { refuse } from '@/door'
import { env } from '@/env'

/** Whether this person may put papers on the list at all. */
export function maySubmit({ role }: Pick<Viewer, 'role'>): boolean {
  return env.SUBMIT === 'members' || role !== 'member'
}

/** What whoever may not is told. */
export function refuseSubmitting(): Response {
  return refuse(403, 'Only moderators put papers on the list here.')
}
