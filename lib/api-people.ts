import { z } from 'zod'
import { listedPaperAnswer } from '@/lib/api-papers'
import { at, iso, role } from '@/lib/api-shapes'
import { followKinds } from '@/lib/follow-match'

/* Answers about people, and what they follow and get by mail. */

/** Who asks. */
export const whoAmIAnswer = z
  .object({
    type: z.literal('user'),
    name: z.string(),
    fullname: z.string(),
    role,
    isPro: z.literal(false),
    orgs: z.array(z.unknown()).max(0),
    auth: z.union([
      z.object({
        type: z.literal('access_token'),
        accessToken: z.object({ displayName: z.string().nullable(), role: z.enum(['read', 'write']) }),
      }),
      z.object({ type: z.literal('session') }),
    ]),
  })
  .meta({ id: 'WhoAmI' })

/** A person as anybody may see them. */
export const personAnswer = z
  .object({
    name: z.string(),
    fullName: z.string().nullable(),
    bio: z.string().nullable(),
    role,
    isSample: z.boolean(),
    votesPublic: z.boolean(),
    createdAt: at,
    counts: z.object({ papers: z.number(), votes: z.number().nullable(), comments: z.number() }),
  })
  .meta({ id: 'Person', description: 'counts.votes is null unless the person shows what they vote for.' })

const kind = z.enum(followKinds)

/** The personal layer over a list of papers. */
export const viewerAnswer = z
  .object({
    viewer: z.object({ name: z.string(), role }).nullable(),
    voted: z.array(z.string()),
    saved: z.array(z.string()),
    muted: z.array(z.string()),
    follows: z.array(z.object({ kind, key: z.string() })),
  })
  .meta({ id: 'ViewerLayer' })

const followLine = z
  .object({
    id: z.string(),
    kind,
    value: z.string(),
    title: z.string().nullable(),
    muted: z.boolean(),
    createdAt: at,
  })
  .meta({ id: 'Follow' })

export const followsAnswer = z.object({ follows: z.array(followLine) }).meta({ id: 'Follows' })

/** What came of following or letting go. */
export const followedAnswer = z
  .object({ follow: followLine.nullable(), changed: z.boolean() })
  .meta({ id: 'FollowChange' })

/** One page of somebody's own list. */
export const followingAnswer = z
  .object({
    papers: z.array(
      z.object({
        paper: listedPaperAnswer,
        day: z.string(),
        cameAt: at,
        isNew: z.boolean(),
        why: z.array(z.object({ kind, title: z.string() })),
      }),
    ),
    total: z.number(),
    fresh: z.number(),
    hidden: z.number(),
    since: z.string(),
    page: z.number(),
    hasMore: z.boolean(),
  })
  .meta({ id: 'Following' })

/** A reader of the letter, to themselves. */
export const readerAnswer = z
  .object({
    email: z.string(),
    state: z.enum(['pending', 'active', 'left', 'refused']),
    frequency: z.enum(['daily', 'weekly']),
    hour: z.number(),
    timezone: z.string(),
    papers: z.number(),
    minUpvotes: z.number(),
    categories: z.array(z.string()),
    keywords: z.array(z.string()),
    authors: z.array(z.string()),
    nextAt: iso.nullable(),
  })
  .meta({ id: 'Reader' })

const letter = z.object({ subject: z.string(), html: z.string(), text: z.string() }).meta({ id: 'Letter' })

/** A letter as it would go out. */
export const letterAnswer = z.object({ issue: z.string(), letter: letter.nullable() }).meta({ id: 'LetterIssue' })

/** The letter of a day or week. */
export const digestAnswer = z
  .object({ issue: z.string(), isOpen: z.boolean(), letter: letter.nullable() })
  .meta({ id: 'DigestIssue', description: 'No letter while the day or week is open, or where nothing was listed.' })

export const sentAnswer = z.object({ sent: z.literal(true) }).meta({ id: 'Sent' })

export const leftAnswer = z.object({ left: z.literal(true) }).meta({ id: 'Left' })
