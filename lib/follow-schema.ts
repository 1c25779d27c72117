import { z } from 'zod'
import { cleanLine } from '@/lib/clean-text'
import { type FollowKind, followKey, followKinds } from '@/lib/follow-match'
import { isCategory } from '@/lib/pool-address'

/** What one may do about something: follow it, keep it out of sight, or neither. */
const wants = ['follow', 'mute', 'none'] as const

const value = z
  .string({ error: 'Say what to follow.' })
  .max(200, 'At most 200 characters.')
  .transform(cleanLine)
  .pipe(z.string().min(1, 'Say what to follow.'))

/** A state to be in: asking twice is as good as once. Where a form goes on to is said by `next`. */
export const followSchema = z
  .object({
    kind: z.enum(followKinds, { error: 'category, author, keyword, member or list.' }),
    value,
    want: z.enum(wants, { error: 'follow, mute or none.' }).default('follow'),
    next: z.string().max(2000).optional().catch(undefined),
  })
  .superRefine(({ kind, value, want }, { addIssue }) => {
    const wrong = want === 'none' ? null : whatIsWrong(kind, value)
    if (wrong) addIssue({ code: 'custom', path: ['value'], message: wrong })
    if (want === 'mute' && kind !== 'keyword') {
      addIssue({ code: 'custom', path: ['kind'], message: 'Only keywords can be muted.' })
    }
  })
  .transform(({ kind, value, ...rest }) => ({ kind, value: asWritten(kind, value), ...rest }))

/** What is no longer followed or muted. */
export const unfollowSchema = z.object({
  kind: z.enum(followKinds, { error: 'category, author, keyword, member or list.' }),
  value,
})

function whatIsWrong(kind: FollowKind, value: string): string | null {
  const key = followKey(kind, value)
  if (kind === 'category') return isCategory(asWritten(kind, value)) ? null : 'A category looks like cs.LG or math.'
  return Array.from(key).length >= 2 ? null : 'At least 2 letters.'
}

/** `CS.lg` is written cs.LG; subjects of more than two letters are small, as in physics.soc-ph. */
function asWritten(kind: FollowKind, value: string): string {
  if (kind !== 'category') return value
  const [archive = '', subject] = value.toLowerCase().split('.', 2)
  if (subject === undefined) return archive
  return `${archive}.${/^[a-z]{2}$/.test(subject) ? subject.toUpperCase() : subject}`
}
