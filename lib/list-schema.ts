import { z } from 'zod'
import { cleanLine, cleanText } from '@/lib/clean-text'
import { longestListAbout, longestListName, longestNote } from '@/lib/list-bounds'

/* What a person may say of a reading list and of a paper on it, as JSON or as a form sends it. */

export const places = ['up', 'down', 'top', 'bottom'] as const
export type Place = (typeof places)[number]

const name = z
  .string({ error: 'Give it a name.' })
  .transform(cleanLine)
  .pipe(z.string().min(1, 'Give it a name.').max(longestListName, `At most ${longestListName} characters.`))

const about = z
  .string({ error: 'Say it in words.' })
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().max(longestListAbout, 'At most 1,000 characters.'))

const yesOrNo = z.union(
  [z.boolean(), z.enum(['yes', 'no', 'true', 'false']).transform((word) => word === 'yes' || word === 'true')],
  { error: 'yes or no.' },
)

/** A path to go on to after a form; never refused, safeNext() decides (lib/next-path.ts). */
const next = z.string().max(2000).optional().catch(undefined)

/** `paper` is saved to it at once. */
export const newListSchema = z.object({
  name,
  about: about.optional(),
  isPublic: yesOrNo.optional(),
  paper: z.string().max(40, 'That is no paper.').optional(),
  next,
})

/** What is left out stays as it is. */
export const changeListSchema = z
  .object({
    name: name.optional(),
    about: about.optional(),
    isPublic: yesOrNo.optional(),
    isDefault: z.union([z.literal(true), z.literal('yes').transform(() => true)], { error: 'yes.' }).optional(),
    next,
  })
  .refine(({ next: _, ...change }) => Object.values(change).some((value) => value !== undefined), {
    path: ['name'],
    message: 'Say what to change: name, about, isPublic or isDefault.',
  })

/** `was` is what the note said when its writer began. */
export const changePaperSchema = z
  .object({
    saved: yesOrNo.optional(),
    note: z
      .string({ error: 'Write the note as text.' })
      .transform((text) => cleanText(text).trim())
      .pipe(z.string().max(longestNote, 'A note has at most 4,000 characters.'))
      .optional(),
    was: z.string().max(longestNote, 'A note has at most 4,000 characters.').optional(),
    read: yesOrNo.optional(),
    place: z.enum(places, { error: 'up, down, top or bottom.' }).optional(),
    next,
  })
  .refine(({ next: _, was: __, ...change }) => Object.values(change).some((value) => value !== undefined), {
    path: ['saved'],
    message: 'Say what to change: saved, note, read or place.',
  })
  .refine(({ saved, note, read, place }) => saved !== false || [note, read, place].every((one) => one === undefined), {
    path: ['saved'],
    message: 'A paper that is taken off has no note, read or place.',
  })

export type PaperChange = Omit<z.infer<typeof changePaperSchema>, 'next'>

export const deleteListSchema = z.object({
  sure: z.literal('yes', { error: 'Say yes to delete it.' }),
})
