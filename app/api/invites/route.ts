import { createLink } from '@/db/one-time-links'
import { door } from '@/door'
import { showOnce } from '@/door/answers'
import { env } from '@/env'

/** Makes an invitation for one person. */
export const POST = door(
  {
    who: 'moderator',
    scope: 'session',
    limit: 'write',
    form: { back: '/settings#invites', done: '/settings#invites' },
  },
  async ({ userId, isForm }) => {
    const address = `${env.SITE_URL}/invite/${await createLink('invite', userId, Date.now())}`
    if (isForm) return showOnce('/settings#invites', { what: 'invite', label: '', secret: address })
    return Response.json({ address }, { status: 201 })
  },
)
