import { getSignedIn } from '@/auth'
import { getTokenViewer } from '@/db/tokens'
import type { Role, Viewer } from '@/db/types'
import { refuse } from '@/door/answers'
import { env } from '@/env'
import { type AdminId, authorityOf, hasRole, type ModeratorId, type UserId } from '@/lib/authority'
import { isOwnOrigin } from '@/lib/origin'

/** Who asks, and by what: a session, a token, or nothing. */
export type Caller = {
  viewer: Viewer | null
  userId: UserId | null
  moderatorId: ModeratorId | null
  adminId: AdminId | null
  sessionId: string | null
  tokenScope: 'read' | 'write' | null
  tokenLabel: string | null
}

const nobody: Caller = {
  viewer: null,
  userId: null,
  moderatorId: null,
  adminId: null,
  sessionId: null,
  tokenScope: null,
  tokenLabel: null,
}

/**
 * A token that is not known is refused even where anyone may: its owner should learn of it. One of Hugging Face's says
 * nothing of who reads: their clients send the one that is kept for their site wherever they are pointed at.
 */
export async function whoAsks({
  headers,
  isWrite,
}: {
  headers: Headers
  isWrite: boolean
}): Promise<Caller | Response> {
  const bearer = /^Bearer\s+(.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim()
  if (bearer !== undefined) {
    if (bearer.startsWith('hf_') && !isWrite) return nobody
    const found = await getTokenViewer(bearer, Date.now())
    if (!found) return refuse(401, 'That token is not known here: it was revoked or mistyped.')
    const { viewer, scope, label } = found
    return { ...nobody, viewer, ...authorityOf(viewer), tokenScope: scope, tokenLabel: label }
  }
  const signedIn = await getSignedIn(headers)
  return signedIn ? { ...nobody, ...signedIn } : nobody
}

type Rule = { who: 'anyone' | Role; scope: 'read' | 'write' | 'session'; isWrite: boolean; isOneClick: boolean }

/** @returns the refusal, or null when the caller may */
export function guard(
  { who, scope, isWrite, isOneClick }: Rule,
  { viewer, tokenScope }: Caller,
  headers: Headers,
): Response | null {
  if (tokenScope && scope === 'session') return refuse(403, 'A token cannot do this: sign in with a browser.')
  if (tokenScope === 'read' && scope === 'write') {
    return refuse(403, 'This token may only read. Make one that may write in the settings.')
  }
  const isFree = tokenScope !== null || (isOneClick && !headers.has('cookie'))
  if (isWrite && !isFree && !comesFromHere(headers)) {
    return refuse(403, `That came from another site. This one is at ${env.SITE_URL} (SITE_URL).`)
  }
  if (who === 'anyone') return null
  if (!viewer) return refuse(401, 'Sign in first.')
  return hasRole(viewer.role, who) ? null : refuse(403, `Only ${who === 'admin' ? 'an admin' : 'a moderator'} may.`)
}

function comesFromHere(headers: Headers): boolean {
  return isOwnOrigin({
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    siteUrl: env.SITE_URL,
    hasCookie: headers.has('cookie'),
  })
}
