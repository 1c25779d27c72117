import { z } from 'zod'

/* What a line of each file of the archive holds. The manifest describes the files by these very schemas. */

const time = z.iso.datetime()
const count = z.int().min(0)

const affiliation = z.strictObject({
  name: z.string(),
  fullName: z.string().nullable().describe('As it is written out.'),
})

const author = z.strictObject({
  name: z.string(),
  user: z.string().nullable().describe('Their account on the site that the paper was imported from, if they show it.'),
})

const paper = z.strictObject({
  id: z.string().describe('arXiv id without version, or p- and ten letters and digits for a paper from elsewhere.'),
  source: z.enum(['arxiv', 'doi', 'openreview', 'page']).describe('Where it is known from.'),
  title: z.string(),
  abstract: z.string().nullable(),
  authors: z.array(author).describe('In the order of the paper.'),
  categories: z.array(z.string()).describe('Categories of arXiv, the primary one first.'),
  publishedAt: time.describe('When its first version came out.'),
  updatedAt: time.nullable().describe('When its newest version came out.'),
  version: z.int().nullable().describe('The newest version known.'),
  withdrawnAt: time.nullable().describe('Since when it is known as withdrawn by its authors.'),
  announcedDay: z.iso.date().nullable().describe('The day of the pool that it is in.'),
  url: z.url().describe('Its page on this site.'),
  sourceUrl: z.string().nullable().describe('Where a paper that is not arXiv’s is to be read.'),
  doi: z.string().nullable(),
  note: z.string().nullable().describe('What its authors remark, as arXiv’s comments.'),
  projectPage: z.string().nullable(),
  codeUrl: z.string().nullable(),
  codeStars: z.int().nullable().describe('Stars of the code on GitHub, when they were last counted.'),
  summary: z.string().nullable().describe('One that is not the authors’ own.'),
  summarySource: z.string().nullable().describe('Who wrote the summary.'),
  keywords: z.array(z.string()),
  keywordsSource: z.string().nullable().describe('Who found the keywords.'),
  mediaUrls: z.array(z.string()),
  thumbnail: z.string().nullable(),
  organization: affiliation.nullable().describe('The lab or company that it came from.'),
  isSample: z.boolean().describe('It came with the software, as an example.'),
  upvotes: count.describe('All votes: the sum of its lines in votes.jsonl.gz.'),
  comments: count.describe('All comments: its lines in comments.jsonl.gz and carriedComments.'),
  carriedUpvotes: count.describe('How many of the votes came with an import.'),
  carriedComments: count.describe('How many of the comments an import counted; their text is not known here.'),
})

const listing = z.strictObject({
  paper: z.string().describe('The id of the paper.'),
  day: z.iso.date().describe('The feed day whose list it is on. A paper is on one day at most.'),
  week: z.string().describe('The ISO week of the day.'),
  month: z.string().describe('The month of the day.'),
  submittedAt: time.describe('When it came onto the list; the third key of the order.'),
  submitter: z
    .strictObject({ name: z.string(), isMember: z.boolean().describe('Of this site, not of the one imported from.') })
    .nullable()
    .describe('Who put it there; null when nobody is known or they have left.'),
  heat: z.number().nullable().describe('What trending is ordered by, as the site computed it; null without a vote.'),
})

const hour = z.strictObject({
  paper: z.string().describe('The id of the paper.'),
  hour: time.describe('The beginning of the hour, UTC.'),
  votes: z.int().min(1).describe('Votes that were cast in it and not taken back. Never by whom.'),
})

const comment = z.strictObject({
  id: z.string(),
  paper: z.string().describe('The id of the paper.'),
  replyTo: z.string().nullable().describe('The id of the comment that it answers, which may be hidden or deleted.'),
  author: z
    .strictObject({ name: z.string(), fullName: z.string().nullable() })
    .nullable()
    .describe('Null for someone who left.'),
  body: z.string().describe('Markdown, as it was written.'),
  createdAt: time,
  editedAt: time.nullable(),
})

/** The files, in the order in which they are read about. */
export const archiveFiles = [
  {
    name: 'papers.jsonl.gz',
    holds: 'Papers, listed or not, with their numbers. By id.',
    line: paper,
  },
  {
    name: 'listings.jsonl.gz',
    holds: 'Which paper is on the list of which day, since when and by whom. By id of the paper.',
    line: listing,
  },
  {
    name: 'votes.jsonl.gz',
    holds: 'Votes of each paper by the hour, never by whom. By id of the paper, then by hour.',
    line: hour,
  },
  {
    name: 'comments.jsonl.gz',
    holds: 'Comments that can be read on the site. By time.',
    line: comment,
  },
] as const

export type ArchiveFile = (typeof archiveFiles)[number]
export type ArchiveFileName = ArchiveFile['name']

export type PaperLine = z.input<typeof paper>
export type ListingLine = z.input<typeof listing>
export type HourLine = z.input<typeof hour>
export type CommentLine = z.input<typeof comment>
