import { readPreview } from '@/app/subscription/read-preview'
import { door } from '@/door'
import { env } from '@/env'
import { letterAnswer } from '@/lib/api-people'
import { choicesSchema, withDefaults } from '@/lib/subscription-schema'

/** The letter as it would go out now for these choices; null where no paper of the issue is chosen. */
export const POST = door(
  {
    who: 'anyone',
    body: choicesSchema,
    limit: 'preview',
    api: { says: 'The letter as it would go out now for these choices.', answer: letterAnswer },
  },
  async ({ body }) => {
    const now = Date.now()
    const { issue, digest } = await readPreview(
      withDefaults(body, env.FEED_TIMEZONE),
      { email: somebody, since: now },
      now,
    )
    return { issue, letter: digest }
  },
)

const somebody = 'you@lab.edu'
