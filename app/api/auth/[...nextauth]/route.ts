import type { NextRequest } from 'next/server'
import { answerSite } from '@/auth'
import { otherSites } from '@/auth/ways'

/**
 * The way back from another site, and nothing else of next-auth's: its own sign-in, sign-out and session routes would
 * go past the door and its limits.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ nextauth: string[] }> }) {
  const [action, site, ...rest] = (await params).nextauth
  const isWayBack = action === 'callback' && rest.length === 0 && otherSites.some(({ id }) => id === site)
  return isWayBack ? answerSite(request) : Response.json({ error: 'Not found.' }, { status: 404 })
}
