import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSignedIn } from '@/auth'
import type { Prefill } from '@/components/follow/add-forms'
import { followKinds } from '@/lib/follow-match'
import { signInPath } from '@/lib/next-path'
import { oneValue, type Query } from '@/lib/query'

/** Who reads their own pages; others are led to signing in, and back to this very address. */
export async function signedInAt(path: string, query: Query) {
  const signedIn = await getSignedIn(await headers())
  if (signedIn) return signedIn
  const kept = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  redirect(signInPath(kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path))
}

/** Whether a reader came to the page, and not the page itself that looks whether there is more. */
export async function isVisit(): Promise<boolean> {
  const asked = await headers()
  const mode = asked.get('sec-fetch-mode')
  return (mode === null || mode === 'navigate') && asked.get('sec-purpose') === null
}

/** What a link from elsewhere wants to be followed. */
export function readPrefill(query: Query): Prefill | null {
  const kind = followKinds.find((known) => known === oneValue(query, 'kind') && known !== 'list')
  const value = oneValue(query, 'value')?.slice(0, 200)
  return kind && value ? { kind, value } : null
}
