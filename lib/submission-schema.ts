import { z } from 'zod'
import { cleanLine, cleanParagraphs } from '@/lib/clean-text'
import { isDay } from '@/lib/days'
import { isWebAddress } from '@/lib/import-fields'

/* What the routes of submissions take, and the form with them. */

/** What somebody types of a paper that no service tells of. */
export type TypedPaper = { title: string; authors: { name: string }[]; abstract: string | null }

export const typedBounds = { title: 500, abstract: 10_000, authors: 1_000, name: 300 }

const nothing = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(nothing, schema.optional())

const address = z
  .string({ error: 'That is no address.' })
  .trim()
  .refine(isWebAddress, 'An address begins with http:// or https:// and has no spaces.')

/** Null takes the address away; an empty field of a form leaves it as it is. */
const clearable = z.preprocess(nothing, address.nullable().optional())

const pasted = z
  .string({ error: 'Paste an address or an id.' })
  .trim()
  .min(1, 'Paste an address or an id.')
  .max(4_000, 'That is too long for an address.')

const title = z
  .string({ error: 'Give its title.' })
  .transform(cleanLine)
  .pipe(z.string().max(typedBounds.title, 'A title has at most 500 characters.'))

const abstract = z
  .string({ error: 'An abstract is text.' })
  .transform(cleanParagraphs)
  .pipe(z.string().max(typedBounds.abstract, 'An abstract has at most 10,000 characters.'))

/** Names in a list, or one a line. */
const authors = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[\n;]/))], { error: 'One name a line.' })
  .transform((names) => names.map(cleanLine).filter((name) => name !== ''))
  .refine((names) => names.length > 0, 'Name its authors, one a line.')
  .refine((names) => names.length <= typedBounds.authors, 'At most 1,000 authors.')
  .refine((names) => names.every((name) => name.length <= typedBounds.name), 'A name has at most 300 characters.')

const typedFields = { title: optional(title), authors: optional(authors), abstract: optional(abstract) }

/** What is at this address, or what a paper typed by hand would look like. */
export const lookUpSchema = z.object({ paperId: pasted, ...typedFields }).transform(withTyped)

/** `paperId` is an id, or anything that names a paper. `day` is the one that the submitter was shown. */
export const submitSchema = z
  .object({
    paperId: pasted,
    comment: optional(z.string().max(65_536, 'A comment has at most 65,536 characters.')),
    day: optional(z.string().refine(isDay, 'That is no day.')),
    mediaUrls: z.array(address, { error: 'A list of addresses.' }).max(10, 'At most 10 addresses.').optional(),
    projectPage: clearable,
    githubRepo: clearable,
    ...typedFields,
  })
  .transform(withTyped)

export const indexSchema = z.object({ arxivId: pasted })

export const linksSchema = z
  .object({ projectPage: clearable, githubRepo: clearable })
  .refine(({ projectPage, githubRepo }) => projectPage !== undefined || githubRepo !== undefined, {
    path: ['projectPage'],
    error: 'Give projectPage or githubRepo; null takes it away.',
  })

type Given = { title?: string | undefined; authors?: string[] | undefined; abstract?: string | undefined }

/** A paper is typed when it has a title; then it has authors too. */
function withTyped<T extends Given>({ title, authors, abstract, ...rest }: T, context: z.RefinementCtx) {
  if (!title && !authors && !abstract) return { ...rest, typed: null }
  if (!title) context.addIssue({ code: 'custom', path: ['title'], message: 'Give its title.' })
  if (!authors) context.addIssue({ code: 'custom', path: ['authors'], message: 'Name its authors, one a line.' })
  const names = (authors ?? []).map((name) => ({ name }))
  const typed: TypedPaper = { title: title ?? '', authors: names, abstract: abstract || null }
  return { ...rest, typed }
}
