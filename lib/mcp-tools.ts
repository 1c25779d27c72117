import { z } from 'zod'
import { dayParam, monthParam, weekParam } from '@/lib/api-query'
import { mostSimilar } from '@/lib/api-similar'
import { feedOrders, isOneScope, oneScope } from '@/lib/feed-query'

/* The tools that agents are offered at /mcp: what each takes and gives. A message goes on after the argument's name. */

const paperId = z
  .string({ error: 'wants the id or address of a paper, as in 2308.10087' })
  .trim()
  .min(1, 'wants the id or address of a paper, as in 2308.10087')
  .max(2_000, 'is too long for the id or address of a paper')
  .describe('The id of a paper, as in 2308.10087 or cs/9809007, or its address here or at arXiv.')

const query = 'wants 3 to 200 characters'

const isConcise = z
  .boolean({ error: 'wants true or false' })
  .default(false)
  .describe('Only the beginning of each summary or abstract.')

/** As many as an answer can hold that is still read. */
const resultsLimit = (usual: number, most = 50) => whole(1, most).default(usual).describe('How many papers at most.')

const page = whole(1, 9_999).default(1).describe('The page, from 1.')

export const toolInputs = {
  paper_search: z.strictObject({
    query: z
      .string({ error: query })
      .trim()
      .min(3, query)
      .max(200, query)
      .describe(
        'What is looked for: words, "an exact phrase", -word, title:, author:, cat:cs.LG, from:2026-01, until:, votes:>20. 3 to 200 characters.',
      ),
    results_limit: resultsLimit(12),
    concise_only: isConcise,
  }),
  daily_papers: z
    .strictObject({
      date: dayParam.optional(),
      week: weekParam.optional(),
      month: monthParam.optional(),
      sort: z
        .enum(feedOrders, { error: `wants ${feedOrders.join(', ')}` })
        .default('publishedAt')
        .describe('publishedAt and top: most votes first. trending: by votes that fade. newest; discussed.'),
      results_limit: resultsLimit(20),
      page,
      concise_only: isConcise,
    })
    .refine(isOneScope, oneScope),
  paper: z.strictObject({ id: paperId }),
  similar_papers: z.strictObject({ id: paperId, results_limit: resultsLimit(5, mostSimilar), concise_only: isConcise }),
  vote: z.strictObject({
    id: paperId,
    vote: z.boolean({ error: 'wants true or false' }).default(true).describe('false takes the vote back.'),
  }),
  comment: z.strictObject({
    id: paperId,
    comment: z.string({ error: 'wants Markdown' }).describe('Markdown with $math$, 1 to 65,536 characters.'),
    reply_to: z
      .string({ error: 'wants the id of a comment' })
      .max(100, 'wants the id of a comment')
      .optional()
      .describe('The id of the comment that this answers, as the paper tool tells it.'),
  }),
}

export type ToolName = keyof typeof toolInputs

/** A paper as tools give it beside the text. */
export const foundPaper = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  published: z.string().describe('The day it came out.'),
  listed: z.string().nullable().describe('The day of the list that it is on.'),
  authors: z.array(z.string()),
  categories: z.array(z.string()),
  upvotes: z.number(),
  comments: z.number(),
  abstract: z.string().describe('The abstract, the summary where there is none, or with concise_only a beginning.'),
  code: z.string().nullable(),
})

const foundPapers = z.object({
  papers: z.array(foundPaper),
  has_more: z.boolean().describe('There are more than were asked for.'),
})

export type FoundPapers = z.infer<typeof foundPapers>

const outputs: Partial<Record<ToolName, z.ZodType>> = {
  paper_search: foundPapers,
  daily_papers: foundPapers,
  similar_papers: foundPapers,
  vote: z.object({ id: z.string(), voted: z.boolean(), upvotes: z.number() }),
  comment: z.object({ id: z.string(), url: z.string() }),
}

const titles: Record<ToolName, string> = {
  paper_search: 'Search papers',
  daily_papers: 'Daily papers',
  paper: 'Read a paper',
  similar_papers: 'Similar papers',
  vote: 'Vote for a paper',
  comment: 'Comment on a paper',
}

const descriptions: Record<ToolName, string> = {
  paper_search:
    'Finds papers by words and by meaning. Answers with title, date, authors, abstract, upvotes and address of each.',
  daily_papers:
    'The papers that a community put on the list of a day, week or month, the newest day when none is named, ordered by its votes.',
  paper: 'One paper: authors, dates, categories, abstract, links, and what members wrote about it.',
  similar_papers: 'Papers that are about something similar.',
  vote: 'Votes for a paper in the name of whoever the token belongs to, or takes the vote back. Needs a token that may write.',
  comment:
    'Writes a public comment under a paper in the name of whoever the token belongs to, or answers one. Needs a token that may write.',
}

const names = Object.keys(toolInputs) as ToolName[]

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(toolInputs, name)
}

/** The tools as the protocol lists them. */
export const listedTools = names.map((name) => ({
  name,
  title: titles[name],
  description: descriptions[name],
  inputSchema: schemaOf(toolInputs[name], 'input'),
  ...(outputs[name] && { outputSchema: schemaOf(outputs[name], 'output') }),
  annotations: {
    title: titles[name],
    readOnlyHint: name !== 'vote' && name !== 'comment',
    destructiveHint: false,
    idempotentHint: name !== 'comment',
    openWorldHint: false,
  },
}))

/** What is wrong with the arguments of a tool, each by its name. */
export function faultsOf({ issues }: z.ZodError, name: ToolName): string {
  const faults = issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not among the arguments of ${name}`
      : `${issue.path.join('.')} ${issue.message}`,
  )
  return `${[...new Set(faults)].join('; ')}.`
}

function whole(least: number, most: number) {
  const error = `wants a whole number from ${least} to ${most.toLocaleString('en')}`
  return z.number({ error }).int(error).min(least, error).max(most, error)
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  // The dialect that clients check by when none is named differs; this one they all know.
  return { ...z.toJSONSchema(schema, { io, target: 'draft-7' }), type: 'object' as const }
}
