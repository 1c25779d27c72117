import { z } from 'zod'
import { at, iso } from '@/lib/api-shapes'

/* Answers about papers, in the shapes of Hugging Face's API (lib/hf-shape.ts). */

const user = z
  .object({
    user: z.string(),
    name: z.string(),
    fullname: z.string(),
    avatarUrl: z.string(),
    isPro: z.boolean(),
    type: z.literal('user'),
  })
  .meta({ id: 'User' })

const author = z
  .object({
    _id: z.string(),
    name: z.string(),
    hidden: z.boolean(),
    user: user.optional(),
    status: z.literal('claimed_verified').optional(),
  })
  .meta({ id: 'Author' })

const organization = z
  .object({ name: z.string(), fullname: z.string(), avatar: z.string().optional() })
  .meta({ id: 'Organization' })

const machineMade = {
  ai_summary: z.string().optional(),
  ai_keywords: z.array(z.string()).optional(),
}

const links = {
  projectPage: z.string().optional(),
  githubRepo: z.string().optional(),
  githubStars: z.number().optional(),
  mediaUrls: z.array(z.string()).optional(),
}

const paperFields = {
  id: z.string().meta({ description: 'The arXiv id without version, or an id of this site’s own.' }),
  authors: z.array(author),
  publishedAt: iso,
  submittedOnDailyAt: iso.optional(),
  title: z.string(),
  submittedOnDailyBy: user.optional(),
  summary: z.string().meta({ description: 'The abstract.' }),
  upvotes: z.number(),
  discussionId: z.string(),
  sourceUrl: z.string().optional().meta({ description: 'Where a paper that is not arXiv’s is to be read.' }),
  ...links,
  ...machineMade,
  organization: organization.optional(),
}

const talk = { thumbnail: z.string(), numComments: z.number(), isAuthorParticipating: z.boolean() }

const dailyFields = {
  day: z.string().optional().meta({ format: 'date' }),
  paper: z.object(paperFields).meta({ id: 'NestedPaper' }),
  publishedAt: iso.meta({ description: 'The day that the paper is on; paper.publishedAt is its own date.' }),
  title: z.string(),
  summary: z.string(),
  submittedBy: user.optional(),
  submittedOnDailyBy: user.optional(),
  submittedOnDailyAt: iso.optional(),
  upvotes: z.number(),
  ...talk,
  ...links,
  ...machineMade,
  organization: organization.optional(),
}

/** An entry of /api/daily_papers. */
export const dailyPaperAnswer = z.object(dailyFields).meta({ id: 'DailyPaper' })

/** An entry of /api/papers/search. */
export const searchHitAnswer = z
  .object({
    ...dailyFields,
    highlightedTitle: z.string().meta({ description: 'HTML, with what was found in <mark>.' }),
    highlightedSummary: z.string(),
    upvoted: z.boolean().meta({ description: 'Whether the one who asks votes for it.' }),
  })
  .meta({ id: 'SearchHit' })

/** Papers for what somebody types. */
export const suggestAnswer = z
  .object({
    titles: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        html: z.string(),
        upvotes: z.number(),
        publishedAt: iso,
      }),
    ),
  })
  .meta({ id: 'Suggestions' })

/** An entry of /api/papers. */
export const flatPaperAnswer = z.object({ ...paperFields, ...talk }).meta({ id: 'Paper' })

const nothing = z.array(z.unknown()).max(0)

/** One paper. */
export const paperDetailAnswer = z
  .object({
    ...paperFields,
    ...talk,
    submittedBy: user.optional(),
    linkedModels: nothing,
    linkedDatasets: nothing,
    linkedSpaces: nothing,
    numTotalModels: z.literal(0),
    numTotalDatasets: z.literal(0),
    numTotalSpaces: z.literal(0),
    day: z.string().nullable().meta({ description: 'The day that it is on.' }),
    announcedDay: z.string().nullable().meta({ description: 'The day on which arXiv announced it.' }),
    categories: z.array(z.string()),
    doi: z.string().nullable(),
    note: z.string().nullable().meta({ description: 'What its authors say beside the abstract.' }),
    version: z.number().nullable(),
    updatedAt: iso.nullable(),
    withdrawnAt: iso.nullable(),
  })
  .meta({ id: 'PaperDetail' })

/** What came of a vote. */
export const votedAnswer = z.object({ upvotes: z.number(), voted: z.boolean() }).meta({ id: 'Voted' })

export const takenBackAnswer = z
  .object({ isGone: z.boolean().meta({ description: 'The paper has no page any more.' }) })
  .meta({ id: 'TakenBack' })

export const voteHistoryAnswer = z
  .object({
    hours: z.array(z.object({ hour: iso, votes: z.number() })),
    carriedOver: z.number().meta({ description: 'Votes that came with an import, of no known hour.' }),
    total: z.number(),
  })
  .meta({ id: 'VoteHistory' })

/** A paper as the lists of the site show it. */
export const listedPaperAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    abstract: z.string().nullable(),
    summary: z.string().nullable(),
    summarySource: z.string().nullable(),
    authorCount: z.number(),
    publishedAt: at,
    upvotes: z.number(),
    comments: z.number(),
    heat: z.number().nullable(),
    day: z.string().nullable(),
    submittedAt: at.nullable(),
    submitter: z.object({ name: z.string(), isMember: z.boolean() }).nullable(),
    isSample: z.boolean(),
    sourceUrl: z.string().nullable(),
  })
  .meta({ id: 'ListedPaper' })

/** A paper in a person's list. */
export const paperLineAnswer = z
  .object({ id: z.string(), title: z.string(), upvotes: z.number(), day: z.string().nullable(), at })
  .meta({ id: 'PaperLine' })

/** A day that has papers. */
export const dayCountAnswer = z
  .object({ day: z.string().meta({ format: 'date' }), papers: z.number() })
  .meta({ id: 'DayCount' })

/** A version and what it changed. */
export const revisionAnswer = z
  .object({
    version: z.number(),
    at,
    changed: z.array(z.enum(['title', 'abstract', 'authors', 'note'])),
    before: z.object({
      title: z.string().optional(),
      abstract: z.string().nullish(),
      authors: z.array(z.string()).optional(),
      note: z.string().nullish(),
    }),
  })
  .meta({ id: 'Revision' })

/** A paper that somebody is about to put on the list. */
export const lookUpAnswer = z
  .object({
    paper: z.object({
      id: z.string(),
      title: z.string(),
      abstract: z.string().nullable(),
      authors: z.array(z.object({ name: z.string() })),
      publishedAt: iso,
      doi: z.string().nullable(),
      sourceUrl: z.string().nullable(),
    }),
    html: z.object({ title: z.string(), abstract: z.string() }),
    listing: z
      .object({ day: z.string(), path: z.string() })
      .nullable()
      .meta({ description: 'Where it is already listed.' }),
    day: z.string().meta({ description: 'The day that it would be on.' }),
  })
  .meta({ id: 'LookedUp' })
