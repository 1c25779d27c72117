import { type Follow, follow, listFollows, unfollow } from '@/db/follows'
import { door, refuse } from '@/door'
import { followSchema, unfollowSchema } from '@/lib/follow-schema'
import { safeNext } from '@/lib/next-path'

/** What the one who asks follows and mutes. */
export const GET = door({ who: 'member', limit: 'read' }, async ({ userId }) => ({
  follows: await listFollows(userId),
}))

/** Follows something, mutes a keyword, or lets go of either; asking for what is so already changes nothing. */
export const POST = door(
  {
    who: 'member',
    body: followSchema,
    limit: 'write',
    form: {
      back: ({ want }) => `/following#${want === 'mute' ? 'mute' : 'add'}`,
      done: ({ want, next }) => safeNext(next, `/following?saved=${want}#${want === 'mute' ? 'mute' : 'follows'}`),
    },
  },
  async ({ userId, body: { kind, value, want } }) => {
    if (want === 'none') return gone(await unfollow(userId, { kind, value }))
    return answer(await follow(userId, { kind, value, muted: want === 'mute' }, Date.now()))
  },
)

/** Neither follows nor mutes it any more. */
export const DELETE = door(
  { who: 'member', body: unfollowSchema, limit: 'write' },
  async ({ userId, body: { kind, value } }) => gone(await unfollow(userId, { kind, value })),
)

function answer(followed: Follow) {
  if (!followed.ok) return refuse(409, followed.error, { [followed.field]: followed.error })
  return { follow: followed.line, changed: followed.changed }
}

function gone(changed: boolean) {
  return { follow: null, changed }
}
