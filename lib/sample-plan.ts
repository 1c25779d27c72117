import { dayStart, monthOf, weekOf } from '@/lib/days'
import type { Author } from '@/lib/paper'

/** A paper of the bundled sample; dayOffset counts back from today. */
export type SamplePaper = {
  id: string
  title: string
  /** YYYY-MM-DD */
  publishedAt: string
  authors: string[]
  summary: string
  categories: string[]
  keywords: string[]
  dayOffset: number
  submitter: string
  /** Minutes after the beginning of the day. */
  submittedMinute: number
}

export type SampleMembers = {
  members: { name: string; fullName: string; bio: string }[]
  /** Who voted, by paper. */
  votes: Record<string, string[]>
  comments: { key: string; paper: string; author: string; parent: string | null; minutesAfter: number; body: string }[]
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * What the sample's files say, as rows in this site's terms: offsets become days and times, none of them after now.
 * The same `now` gives the same rows.
 */
export function planSample(
  sample: { papers: SamplePaper[]; members: SampleMembers },
  { now, dayOf }: { now: number; dayOf: (offset: number) => string },
) {
  const listed = new Map<string, number>()
  const papers = sample.papers.map((paper) => {
    const on = dayOf(paper.dayOffset)
    // Shortly after midnight the day's later submissions are still to come: they stand close behind each other before now.
    const submittedAt = Math.min(
      dayStart(on) + paper.submittedMinute * minute,
      now - day / 60 + paper.submittedMinute * 1000,
    )
    listed.set(paper.id, submittedAt)
    return paperRow(paper, on, submittedAt)
  })
  const since = (paper: string) => listed.get(paper) ?? unknown(paper)
  const votes = Object.entries(sample.members.votes).flatMap(([paperId, names]) =>
    names.map((name, i) => ({ paperId, name, at: timeOfVote(since(paperId), now, i, names.length) })),
  )
  const keys = new Set(sample.members.comments.map(({ key }) => key))
  const comments = sample.members.comments.map(({ key, paper, author, parent, minutesAfter, body }, i, all) => ({
    id: sampleCommentId(key),
    paperId: paper,
    parentId: parent === null ? null : keys.has(parent) ? sampleCommentId(parent) : unknown(parent),
    author,
    body,
    createdAt: Math.min(since(paper) + minutesAfter * minute, now - (all.length - i) * 1000),
  }))
  const members = sample.members.members.map((member) => ({ ...member, createdAt: now - 60 * day }))
  return { papers, votes, comments, members }
}

function paperRow(paper: SamplePaper, on: string, submittedAt: number) {
  const { id, title, summary, categories, keywords, submitter } = paper
  return {
    id,
    title,
    submitter,
    summary,
    summarySource: 'sample',
    categories,
    keywords,
    keywordsSource: 'sample',
    authors: paper.authors.map((name): Author => ({ name })),
    authorCount: paper.authors.length,
    publishedAt: dayStart(paper.publishedAt),
    day: on,
    week: weekOf(on),
    month: monthOf(on),
    submittedAt,
    isSample: true,
    mediaUrls: [] as string[],
  }
}

/** Votes come quickly at first and then more slowly, over two days or until now. */
function timeOfVote(listedAt: number, now: number, i: number, of: number): number {
  const span = Math.min(now - listedAt, 2 * day)
  return Math.floor(listedAt + span * ((i + 0.5) / of) ** 2)
}

function sampleCommentId(key: string): string {
  return `sample-${key}`
}

function unknown(what: string): never {
  throw new Error(`The sample speaks of ${what}, which is not in it.`)
}
