import { z } from 'zod'
import { leaveByToken } from '@/db/subscriptions'
import { door, refuse, seeOther } from '@/door'
import { leftAnswer } from '@/lib/api-people'
import { isFormPost } from '@/lib/request-body'
import { linkPath } from '@/lib/subscription-links'
import { leaveSubscriptionSchema } from '@/lib/subscription-schema'

const notWhole = 'The link is not whole.'

const query = z.object({ token: z.string().optional().meta({ description: 'The token of the letter’s link.' }) })

/**
 * Sends no more letters. A mail client posts List-Unsubscribe=One-Click to the address with the token in it (RFC 8058),
 * without cookies, and takes 200 for done; the page's button sends the token as a field and is led back to the page.
 */
export const POST = door(
  {
    who: 'anyone',
    body: leaveSubscriptionSchema,
    limit: 'write',
    api: { says: 'Sends no more letters. One click in a mail program posts here too (RFC 8058).', answer: leftAnswer },
    isOneClick: true,
    query,
  },
  async ({ body, query, request }) => {
    const token = body.token ?? query.token
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
export const GET = door(
  { who: 'anyone', limit: 'read', query, api: { says: 'Leads to the page with the button.', answer: null } },
  ({ query }) => seeOther(linkPath('leave', query.token ?? '')),
)
