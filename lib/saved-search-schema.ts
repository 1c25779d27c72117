import { z } from 'zod'
import { cleanLine } from '@/lib/clean-text'
import { askedText, longestSearchName, nameOfSearch } from '@/lib/saved-search'
import { searchAsked } from '@/lib/search-asked'
import { longestSearch } from '@/lib/search-query'

/* A search to keep, as JSON or as a form sends it: by the same names as in the address of the search. */

const parameters = ['q', 'from', 'until', 'cat', 'author', 'votes', 'code'] as const

const asText = z
  .union([z.string(), z.number(), z.literal(true).transform(() => '1')], { error: 'Write it as text.' })
  .transform(String)
  .pipe(z.string().max(longestSearch, `At most ${longestSearch} characters.`))
  .optional()

const searchFields = {
  q: asText,
  from: asText,
  until: asText,
  cat: asText,
  author: asText,
  votes: asText,
  code: asText,
}

const name = z
  .string({ error: 'Give it a name.' })
  .transform(cleanLine)
  .pipe(z.string().max(longestSearchName, `At most ${longestSearchName} characters.`))

const onOrOff = z.preprocess(
  (value) => (value === 'on' ? true : value === 'off' ? false : value),
  z.boolean({ error: 'on or off.' }),
)

/** A path to go on to after a form; never refused, safeNext() decides (lib/next-path.ts). */
const next = z.string().max(2000).optional().catch(undefined)

type Typed = Partial<Record<(typeof parameters)[number], string>>

/** `asked` is the search as it is kept; without a name it is called by what it looks for. */
export const savedSearchSchema = z
  .object({ ...searchFields, name: name.optional(), inLetter: onOrOff.optional(), next })
  .transform(({ name: given, inLetter, next: on, ...typed }, context) => {
    const asked = readAsked(typed, context)
    return { ...asked, name: given || asked.name, inLetter, next: on }
  })

/** What is left out stays. Where any part of the search is named, it is all of the search. */
export const savedSearchChangeSchema = z
  .object({
    ...searchFields,
    name: name.pipe(z.string().min(1, 'Give it a name.')).optional(),
    inLetter: onOrOff.optional(),
    next,
  })
  .transform(({ name: given, inLetter, next: on, ...typed }, context) => {
    const isOther = parameters.some((parameter) => typed[parameter] !== undefined)
    if (!isOther && given === undefined && inLetter === undefined) {
      context.addIssue({ code: 'custom', path: ['name'], message: 'Say what to change: name, inLetter or the search.' })
    }
    return { asked: isOther ? readAsked(typed, context).asked : undefined, name: given, inLetter, next: on }
  })

function readAsked(typed: Typed, context: z.core.$RefinementCtx): { asked: string; name: string } {
  const given = parameters.flatMap((parameter) => {
    const value = typed[parameter]
    return value === undefined ? [] : [[parameter, value] as [string, string]]
  })
  const search = searchAsked(new URLSearchParams(given))
  for (const [parameter, wants] of Object.entries(search.faults)) {
    context.addIssue({ code: 'custom', path: [parameter], message: `${parameter} ${wants}.` })
  }
  if (search.isEmpty && Object.keys(search.faults).length === 0) {
    context.addIssue({ code: 'custom', path: ['q'], message: 'Say what to look for.' })
  }
  return { asked: askedText(search), name: nameOfSearch(search) }
}
