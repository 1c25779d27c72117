import { z } from 'zod'
import { emailSchema } from '@/lib/schemas'

/* What a reader may choose of their letters, as JSON or as a form sends it. */

/** A field of a form that was left empty counts as not sent. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

function whole(least: number, most: number) {
  const wants = `A whole number from ${least} to ${most}.`
  const digits = z.string().trim().regex(/^\d+$/, wants).transform(Number)
  return unlessEmpty(
    z.union([z.number(), digits], { error: wants }).pipe(z.int(wants).min(least, wants).max(most, wants)),
  )
}

type Words = { most: number; name: string; word: z.ZodType<string, string> }

/** An array, or in a form one text with commas or line breaks between; each word once. */
function words({ most, name, word }: Words) {
  return z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(/[,\n]/) : value),
      z.array(z.string({ error: `Give ${name} as texts.` }).trim(), { error: `Give ${name} as a list.` }),
    )
    .transform((all) => [...new Set(all.filter(Boolean))])
    .pipe(z.array(word).max(most, `At most ${most} ${name}.`))
    .optional()
}

const category = z.string().regex(/^[a-z-]{2,20}(\.[A-Za-z-]{2,20})?$/, 'A category looks like cs.LG or math.')
const phrase = z.string().min(2, 'At least 2 characters each.').max(80, 'At most 80 characters each.')

const choiceFields = {
  frequency: unlessEmpty(z.enum(['daily', 'weekly'], { error: 'daily or weekly.' })),
  hour: whole(0, 23),
  timezone: unlessEmpty(
    z
      .string({ error: 'Name a time zone.' })
      .max(64, 'Name a time zone.')
      .refine(isTimeZone, 'There is no such time zone.'),
  ),
  papers: whole(1, 50),
  minUpvotes: whole(0, 1000),
  categories: words({ most: 40, name: 'categories', word: category }),
  keywords: words({ most: 50, name: 'keywords', word: phrase }),
  authors: words({ most: 50, name: 'authors', word: phrase }),
}

/** For looking at the letter: nothing need be chosen. */
export const choicesSchema = z.object(choiceFields)

/** What is to be changed; whatever is left out stays. */
export type ChoicesChange = z.infer<typeof choicesSchema>

/** Everything that a reader may choose, each chosen. */
export type Chosen = { [Name in keyof ChoicesChange]-?: NonNullable<ChoicesChange[Name]> }

export const subscribeSchema = z.object({ email: emailSchema, ...choiceFields })

const linkToken = z.string({ error: 'The link is not whole.' }).min(20, 'The link is not whole.').max(200)

export const confirmSubscriptionSchema = z.object({ token: linkToken })

export const changeSubscriptionSchema = z.object({ token: linkToken, ...choiceFields })

/** The token may stand in the address instead; what a mail client sends (RFC 8058) is only the one field. */
export const leaveSubscriptionSchema = z.object({
  token: linkToken.optional(),
  'List-Unsubscribe': z.string().max(100).optional(),
})

/** A member's choices in the settings, where no letter at all is one of them. */
export const letterSettingsSchema = z.object({
  ...choiceFields,
  frequency: z.enum(['daily', 'weekly', 'never'], { error: 'daily, weekly or never.' }),
})

/** What was chosen, over what holds without a choice. */
export function withDefaults(chosen: ChoicesChange, timezone: string): Chosen {
  return {
    frequency: chosen.frequency ?? 'daily',
    hour: chosen.hour ?? 7,
    timezone: chosen.timezone ?? timezone,
    papers: chosen.papers ?? 10,
    minUpvotes: chosen.minUpvotes ?? 0,
    categories: chosen.categories ?? [],
    keywords: chosen.keywords ?? [],
    authors: chosen.authors ?? [],
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
