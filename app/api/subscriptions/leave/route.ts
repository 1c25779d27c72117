import { leaveByToken } from '@/db/subscriptions'
import { door, refuse, seeOther } from '@/door'
import { isFormPost } from '@/lib/request-body'
import { linkPath } from '@/lib/subscription-links'
import { leaveSubscriptionSchema } from '@/lib/subscription-schema'

const notWhole = 'The link is not whole.'

/**
 * Sends no more letters. A mail client posts List-Unsubscribe=One-Click to the address with the token in it (RFC 8058),
 * without cookies, and takes 200 for done; the page's button sends the token as a field and is led back to the page.
 */
export const POST = door(
  { who: 'anyone', body: leaveSubscriptionSchema, limit: 'write', isOneClick: true },
  async ({ body, request }) => {
    const token = body.token ?? tokenIn(request)
    if (!token) return refuse(400, notWhole, { token: notWhole })
    const reader = await leaveByToken(token, Date.now())
    const isButton = body.token !== undefined && isFormPost(request.headers)
    if (isButton) return seeOther(linkPath('leave', token))
    return reader
      ? { left: true }
      : refuse(403, 'That link does not work any more.', { token: 'Use the newest letter’s.' })
  },
)

/** Mail scanners and people open the one-click address too: it leaves nothing, and shows the button. */
export const GET = door({ who: 'anyone', limit: 'read' }, ({ request }) =>
  seeOther(linkPath('leave', tokenIn(request) ?? '')),
)

function tokenIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('token')
}
