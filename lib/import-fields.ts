import { z } from 'zod'
import { cleanLine, cleanParagraphs } from '@/lib/clean-text'
import { isDay } from '@/lib/days'
import type { Affiliation, Author } from '@/lib/paper'
import { parsePaperId } from '@/lib/paper-id'

/* What a field of an imported row may be, and what this site keeps of it. The messages follow a field's name. */

const needed = (what: string) => (issue: { input?: unknown }) => (issue.input == null ? 'missing' : `wants ${what}`)

export const paperId = z.string({ error: needed('text') }).transform((text, context) => {
  const id = parsePaperId(text.trim())
  if (id) return id
  context.addIssue({ code: 'custom', message: `${shown(text)} is no arXiv id` })
  return z.NEVER
})

export const day = z
  .string({ error: needed('a day') })
  .refine(isDay, { error: ({ input }) => `${shown(input)} is no day (YYYY-MM-DD)` })

/** A date, or a date and time, which is UTC unless it says otherwise, as milliseconds since 1970. */
export const instant = z.string({ error: needed('a date') }).transform((text, context) => {
  const [, date = '', time = '00:00', zone = 'Z'] = instantPattern.exec(text.trim()) ?? []
  const ms = isDay(date) ? Date.parse(`${date}T${time}${zone}`) : Number.NaN
  if (!Number.isNaN(ms)) return ms
  context.addIssue({ code: 'custom', message: `${shown(text)} is no date` })
  return z.NEVER
})
const instantPattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/

export const count = z
  .number({ error: needed('a number') })
  .refine((n) => Number.isInteger(n) && n >= 0 && n <= 1_000_000_000, {
    error: ({ input }) => `${shown(input)} is no count`,
  })

/** One line of text, which may be empty, of so many characters at most. */
export function line(most: number) {
  return z
    .string({ error: needed('text') })
    .transform(cleanLine)
    .pipe(bounded(most))
}

/** Paragraphs; null when there is nothing in them. */
export function paragraphs(most: number) {
  return z
    .string({ error: needed('text') })
    .transform(cleanParagraphs)
    .pipe(bounded(most))
    .transform((text) => text || null)
}

export const title = line(2000).refine((text) => text !== '', { error: 'empty' })

/** Names alone, or people as Hugging Face describes them; in order, at least one. */
export const authors = z
  .array(z.union([z.string(), z.looseObject({ name: z.string() })], { error: 'wants a name' }), {
    error: needed('a list'),
  })
  .min(1, 'names nobody')
  .max(3000, 'names more than 3,000 people')
  .transform((list, context) =>
    list.map((item, i) =>
      readAuthor(item, (reason) => context.addIssue({ code: 'custom', path: [i], message: reason })),
    ),
  )

/** An address that a reader's browser may be sent to. */
export const webAddress = z
  .string({ error: needed('text') })
  // As browsers do: an address that was wrapped is whole again.
  .transform((text) => text.replace(/[\t\r\n]+\s*/g, '').trim())
  .refine(isWebAddress, { error: ({ input }) => `${shown(input)} is no http(s) address` })

/** Pictures of people and organizations: Hugging Face names its own by path alone. */
const picture = z
  .string()
  .transform((text) => (text.startsWith('/') ? `https://huggingface.co${text}` : text))
  .pipe(webAddress)

export const name = line(300).refine((text) => text !== '', { error: 'empty' })

export const organization = z
  .looseObject({ name, fullname: z.unknown().optional(), avatar: z.unknown().optional() })
  .transform(
    ({ name, fullname, avatar }): Affiliation => ({
      name,
      ...some('fullName', fullName, fullname),
      ...some('avatarUrl', picture, avatar),
    }),
  )

// Made once: making a schema costs more than reading with it.
const anyObject = z.looseObject({})
const accountName = line(100)
const fullName = line(300)

function readAuthor(
  item: string | { name: string; [more: string]: unknown },
  refuse: (reason: string) => void,
): Author {
  const given = typeof item === 'string' ? { name: item } : item
  const name = cleanLine(given.name)
  if (name === '') refuse('has no name')
  if (name.length > 300) refuse('longer than 300 characters')
  // Hidden is how people keep a paper out of their profile: the name stays on the paper, the account is not named.
  if (given.hidden === true) return { name, hidden: true }
  const user = anyObject.safeParse(given.user).data ?? {}
  const account = some('user', accountName, user.user ?? user.name)
  if (!account.user) return { name }
  return {
    name,
    ...account,
    ...some('fullName', fullName, user.fullname),
    ...some('avatarUrl', picture, user.avatarUrl),
    ...(given.status === 'claimed_verified' ? { verified: true } : {}),
  }
}

/** The one property when the value fits and is not empty, else none. */
function some<K extends string, T>(key: K, schema: z.ZodType<T>, value: unknown): Partial<Record<K, T>> {
  const read = value == null ? null : schema.safeParse(value)
  return read?.success && read.data !== '' ? ({ [key]: read.data } as Partial<Record<K, T>>) : {}
}

function bounded(most: number) {
  return z.string().max(most, `longer than ${most.toLocaleString('en')} characters`)
}

/** An address of the web, of 2,000 characters at most, without a name or password in it. */
export function isWebAddress(text: string): boolean {
  if (text.length > 2000 || !/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
