import { createToken, listTokens } from '@/db/tokens'
import { door } from '@/door'
import { showOnce } from '@/door/answers'
import { tokenSchema } from '@/lib/schemas'

/** This person's tokens, without the tokens themselves. */
export const GET = door({ who: 'member', scope: 'session', limit: 'read' }, ({ userId }) => listTokens(userId))

/** Makes a token and shows it this once. */
export const POST = door(
  {
    who: 'member',
    scope: 'session',
    body: tokenSchema,
    limit: 'write',
    form: { back: '/settings#tokens', done: '/settings#tokens' },
  },
  async ({ userId, body, isForm }) => {
    const made = await createToken(userId, body, Date.now())
    if (isForm) return showOnce('/settings#tokens', { what: 'token', label: body.label, secret: made.token })
    return Response.json({ ...made, ...body }, { status: 201 })
  },
)
