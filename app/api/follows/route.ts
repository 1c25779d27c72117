import { type Follow, follow, listFollows, unfollow } from '@/db/follows'
import type { FollowLine } from '@/db/types'
import { door, refuse } from '@/door'
import { tellOnce } from '@/door/answers'
import { followedAnswer, followsAnswer } from '@/lib/api-people'
import type { UserId } from '@/lib/authority'
import { type FollowKind, followMark } from '@/lib/follow-match'
import { followSchema, unfollowSchema } from '@/lib/follow-schema'
import { safeNext } from '@/lib/next-path'

type What = { kind: FollowKind; value: string }

/** What the one who asks follows and mutes. */
export const GET = door(
  { who: 'member', limit: 'read', api: { says: 'What one follows and mutes.', answer: followsAnswer } },
  async ({ userId }) => ({
    follows: await listFollows(userId),
  }),
)

/** Follows something, mutes a keyword, or lets go of either; asking for what is so already changes nothing. */
export const POST = door(
  {
    who: 'member',
    body: followSchema,
    limit: 'write',
    api: { says: 'Follows something, mutes a keyword, or lets go of either.', answer: followedAnswer },
    form: {
      back: ({ want }) => `/following#${want === 'mute' ? 'mute' : 'add'}`,
      done: ({ next }) => safeNext(next, '/following'),
    },
  },
  async ({ userId, isForm, body: { kind, value, want, next } }) => {
    const what = { kind, value }
    const before = isForm && want === 'none' ? await lineOf(userId, what) : undefined
    const made =
      want === 'none'
        ? gone(await unfollow(userId, what))
        : answer(await follow(userId, { ...what, muted: want === 'mute' }, Date.now()))
    if (!isForm || next || made instanceof Response) return made
    const line = made.follow ?? before
    const part = line?.muted ? 'mute' : 'follows'
    return tellOnce(`/following?saved=${want}#${part}`, {
      title: line?.title ?? (kind === 'list' ? 'that list' : value),
    })
  },
)

/** Neither follows nor mutes it any more. */
export const DELETE = door(
  {
    who: 'member',
    body: unfollowSchema,
    limit: 'write',
    api: { says: 'Lets go of something.', answer: followedAnswer },
  },
  async ({ userId, body: { kind, value } }) => gone(await unfollow(userId, { kind, value })),
)

/** What is followed or muted so far, with its title. */
async function lineOf(userId: UserId, { kind, value }: What): Promise<FollowLine | undefined> {
  const mark = followMark(kind, value)
  return (await listFollows(userId)).find((line) => followMark(line.kind, line.value) === mark)
}

function answer(followed: Follow) {
  if (!followed.ok) return refuse(409, followed.error, { [followed.field]: followed.error })
  return { follow: followed.line, changed: followed.changed }
}

function gone(changed: boolean) {
  return { follow: null, changed }
}
