import { z } from 'zod'

/* One schema for each form and API input. A form is not a row. */

/** 2 to 40 letters, digits, - and _. */
export const nameSchema = z
  .string({ error: 'Choose a name.' })
  .trim()
  .regex(/^[A-Za-z0-9_-]{2,40}$/, 'A name has 2 to 40 letters (A to Z), digits, - or _.')

/** A new password: at least ten characters, whatever they are. */
export const passwordSchema = z
  .string({ error: 'Choose a password.' })
  .refine((value) => [...value].length >= 10, 'A password has at least 10 characters.')
  .refine((value) => value.length <= 256, 'A password has at most 256 characters.')

/** A password to be checked: bounded, so that hashing it stays cheap, and not judged. */
const givenPassword = z.string({ error: 'Type your password.' }).min(1, 'Type your password.').max(256, 'Too long.')

export const emailSchema = z
  .string({ error: 'Type an address.' })
  .trim()
  .toLowerCase()
  .pipe(z.email('That is not an e-mail address.').max(254, 'That address is too long.'))

const nothingOr = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

/** Where to go afterwards; never refused, safeNext() decides (lib/next-path.ts). */
const next = z.string().max(2000).optional().catch(undefined)

const oneTimeToken = z.string({ error: 'The link is not whole.' }).min(20, 'The link is not whole.').max(100)

/** The name is not judged here: a wrong form of it must look like a wrong password. */
export const signInSchema = z.object({
  name: z.string({ error: 'Type your name.' }).trim().min(1, 'Type your name.').max(254, 'Too long.'),
  password: givenPassword,
  next,
})

export const signUpSchema = z.object({
  name: nameSchema,
  password: passwordSchema,
  email: nothingOr(emailSchema),
  invite: nothingOr(oneTimeToken),
  next,
})

export const nextSchema = z.object({ next })

export const emailLinkSchema = z.object({ email: emailSchema, next })

export const recoverSchema = z.object({ email: emailSchema })

export const newPasswordSchema = z.object({ token: oneTimeToken, password: passwordSchema })

/** The first admin: a name and password, or nothing when signed in already. */
export const claimSchema = z.object({
  token: oneTimeToken,
  name: nothingOr(nameSchema),
  password: nothingOr(passwordSchema),
})

export const siteSignInSchema = z.object({
  site: z.string({ error: 'Which site?' }).min(1, 'Which site?').max(40),
  next,
})

export const emailSignInSchema = z.object({ token: oneTimeToken, next })

export const profileSchema = z.object({
  fullName: z.string().trim().max(80, 'At most 80 characters.').default(''),
  bio: z.string().trim().max(500, 'At most 500 characters.').default(''),
})

export const emailChangeSchema = z.object({ email: nothingOr(emailSchema), password: givenPassword.optional() })

export const passwordChangeSchema = z.object({
  current: z.string().max(256, 'Too long.').default(''),
  password: passwordSchema,
})

/** A checkbox sends nothing when it is off. */
export const privacySchema = z.object({
  votesPublic: z
    .union([
      z.boolean(),
      z.enum(['on', 'true', 'off', 'false']).transform((value) => value === 'on' || value === 'true'),
    ])
    .default(false),
})

export const tokenSchema = z.object({
  label: z.string({ error: 'Give it a name.' }).trim().min(1, 'Give it a name.').max(60, 'At most 60 characters.'),
  scope: z.enum(['read', 'write'], { error: 'read or write.' }).default('read'),
})

/** `next` is the page of people that a form was on; never refused (peopleHrefFrom() of lib/people-query.ts). */
export const roleSchema = z.object({
  name: nameSchema,
  role: z.enum(['member', 'moderator', 'admin']),
  next: z.string().max(2000).optional().catch(undefined),
})

export const deleteAccountSchema = z.object({
  name: z.string({ error: 'Type your name to confirm.' }).trim().max(40, 'Type your name to confirm.'),
})

/** Markdown, 1 to 65,536 characters that are not all white space. */
export const commentSchema = z.object({
  comment: z
    .string({ error: 'Write something.' })
    .max(65_536, 'A comment has at most 65,536 characters.')
    .refine((value) => value.trim() !== '', 'Write something.'),
})

/** Why a moderator did it: shown to everyone. */
export const reasonSchema = z.object({
  reason: z.string({ error: 'Say why.' }).trim().min(3, 'Say why, in a few words.').max(300, 'At most 300 characters.'),
})

/** Ids of papers, comma between them; at most 200. */
export const viewerQuerySchema = z.object({
  ids: z
    .string()
    .default('')
    .transform((value) => [...new Set(value.split(',').filter(Boolean))])
    .pipe(z.array(z.string()).max(200, 'holds at most 200'))
    .meta({ type: 'string', description: 'Ids of papers, comma between them, at most 200.' }),
})
