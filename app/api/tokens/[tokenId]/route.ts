import { revokeToken } from '@/db/tokens'
import { door, refuse } from '@/door'

const revoke = door(
  {
    who: 'member',
    scope: 'session',
    limit: 'write',
    form: { back: '/settings#tokens', done: '/settings?saved=revoked#tokens' },
  },
  async ({ userId, param }) => {
    return (await revokeToken(userId, param('tokenId'))) ? {} : refuse(404, 'You have no such token.')
  },
)

/** Revokes a token of one's own, at once. A form can only POST. */
export { revoke as DELETE, revoke as POST }
