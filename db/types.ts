import type { FollowKind } from '@/lib/follow-match'
import type { Order } from '@/lib/order'
import type { Affiliation, Author } from '@/lib/paper'
import type { WebhookEvent, WebhookKind } from '@/lib/webhook-kinds'

/* What reads return and components take. Types only: components may import this file and no other of db/. */

export type Role = 'member' | 'moderator' | 'admin'

/** A paper in a list. `upvotes` and `comments` are totals, carried-over ones included; times are ms since 1970. */
export type ListedPaper = {
  id: string
  title: string
  abstract: string | null
  summary: string | null
  summarySource: string | null
  authorCount: number
  publishedAt: number
  upvotes: number
  comments: number
  heat: number | null
  day: string
  submittedAt: number
  submitter: { name: string; isMember: boolean } | null
  isSample: boolean
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
}

/** One page of a ranked list. */
export type PaperPage = {
  papers: ListedPaper[]
  /** Papers, votes and comments of the whole list, not of this page. */
  totals: { papers: number; upvotes: number; comments: number }
  /** 1-based. */
  page: number
  hasMore: boolean
  order: Order
}

/** A paper of the pool: on a day, or waiting for its first vote. */
export type PoolPaper = Omit<ListedPaper, 'day' | 'submittedAt'> & { day: string | null; submittedAt: number | null }

/** One page of what was announced on a day. */
export type PoolPage = { papers: PoolPaper[]; total: number; page: number; hasMore: boolean }

/** One page of what a search found. */
export type SearchPage = {
  papers: Paper[]
  /** Papers found; with `isMore` there are more, of which these are the best. */
  total: number
  isMore: boolean
  /** 1-based. */
  page: number
  hasMore: boolean
  by: 'words' | 'words and meaning'
}

/** A search that somebody keeps. Times are ms since 1970. */
export type SavedSearch = {
  id: string
  name: string
  /** As its address asks for it: 'q=state+space&cat=cs.LG'. */
  asked: string
  inLetter: boolean
  /** From when on papers that come are told of. */
  since: number
  createdAt: number
  /** The visit before: what came since is marked. */
  seenBefore: number
  /** What has come, and how much of it since the last look. */
  hits: number
  fresh: number
}

/** A paper that came for a saved search. */
export type SearchHit = { paper: PoolPaper; at: number; isNew: boolean }

/** A title offered while somebody types. */
export type SuggestedTitle = { id: string; title: string }

/** The same with what helps to tell it from others. */
export type SuggestedPaper = SuggestedTitle & { upvotes: number; publishedAt: number }

/** Papers of a day in a category. */
export type CategoryCount = { category: string; papers: number }

/** A day that has papers. */
export type DayCount = { day: string; papers: number }

/** A paper's own page. */
export type Paper = {
  id: string
  title: string
  abstract: string | null
  summary: string | null
  summarySource: string | null
  keywords: string[]
  keywordsSource: string | null
  authors: Author[]
  authorCount: number
  categories: string[]
  publishedAt: number
  updatedAt: number | null
  upvotes: number
  comments: number
  carriedUpvotes: number
  carriedComments: number
  heat: number | null
  /** Null while the paper is on no day. */
  listing: { day: string; submittedAt: number } | null
  submitter: { name: string; isMember: boolean } | null
  projectPage: string | null
  codeUrl: string | null
  codeStars: number | null
  /** 'page': a member typed what is known of it. */
  source: 'arxiv' | 'doi' | 'openreview' | 'page'
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
  doi: string | null
  note: string | null
  mediaUrls: string[]
  thumbnail: string | null
  organization: Affiliation | null
  isSample: boolean
  /** The newest version known, where its source counts them. */
  version: number | null
  withdrawnAt: number | null
  /** The day of the pool that it is in. */
  announcedDay: string | null
}

/** What a version of a paper changed, with what stood there before. */
export type PaperRevision = {
  version: number
  at: number
  changed: ('title' | 'abstract' | 'authors' | 'note')[]
  before: { title?: string; abstract?: string | null; authors?: string[]; note?: string | null }
}

/** A comment as anybody may see it: deleted and hidden ones have no text. Flat; the thread is made of parentId. */
export type Comment = {
  id: string
  paperId: string
  parentId: string | null
  author: { name: string; fullName: string | null } | null
  /** Sanitized HTML; '' when deleted or hidden. */
  html: string
  /** The Markdown; '' when deleted or hidden. */
  body: string
  createdAt: number
  editedAt: number | null
  state: 'shown' | 'deleted' | 'hidden'
  hiddenReason: string | null
}

/** A comment out of its thread: on /comments and on a person's page. */
export type CommentWithPaper = Comment & { paperTitle: string; replyTo: string | null }

/** A paper in a person's list. */
export type PaperLine = { id: string; title: string; upvotes: number; day: string | null; at: number }

/** A person as anybody may see them. */
export type Profile = {
  id: string
  name: string
  fullName: string | null
  bio: string | null
  role: Role
  isSample: boolean
  votesPublic: boolean
  createdAt: number
  counts: { papers: number; votes: number; comments: number }
}

/** What a person follows or mutes. `title` is how it is named; null for a list that they can no longer see. */
export type FollowLine = {
  id: string
  kind: FollowKind
  value: string
  title: string | null
  muted: boolean
  createdAt: number
}

/** A paper of somebody's own list. */
export type FollowedPaper = {
  paper: PoolPaper
  /** The day it stands under: that of its listing, or on which it came to a list that they follow. */
  day: string
  /** When it came, ms. */
  cameAt: number
  /** It came since they last looked. */
  isNew: boolean
  /** What of theirs it matches, as it is named. */
  why: { kind: FollowKind; title: string }[]
}

/** One page of somebody's own list. */
export type FollowedPage = {
  papers: FollowedPaper[]
  /** Of the whole list. */
  total: number
  fresh: number
  /** Papers that muted words keep out. */
  hidden: number
  /** The first day that was looked at. */
  since: string
  page: number
  hasMore: boolean
}

/** A reading list as its owner sees it among their others. */
export type ListLine = {
  id: string
  name: string
  isPublic: boolean
  /** The one that papers are saved to unless another is named. */
  isDefault: boolean
  /** Why a moderator made it private; null unless one did. */
  closedReason: string | null
  papers: number
  unread: number
  updatedAt: number
}

/** A public reading list, as the page of its owner names it. */
export type PublicList = Pick<ListLine, 'id' | 'name' | 'papers' | 'updatedAt'> & { about: string }

/** A reading list. */
export type ReadingList = {
  id: string
  name: string
  about: string
  isPublic: boolean
  isDefault: boolean
  /** Why a moderator made it private; null unless one did. */
  closedReason: string | null
  owner: { name: string; fullName: string | null }
  /** Whoever asked owns it. */
  isOwn: boolean
  createdAt: number
  updatedAt: number
  papers: number
  /** Null for everybody but the owner. */
  unread: number | null
}

/** A paper on a reading list. `own` is for the owner's eyes alone, null for everybody else. */
export type ReadingListPaper = {
  paper: PoolPaper
  addedAt: number
  own: { note: string; readAt: number | null } | null
}

/** Who is asking. */
export type Viewer = { id: string; name: string; role: Role }

/** The personal layer over a shared page. */
export type ViewerLayer = {
  viewer: Viewer | null
  voted: string[]
  /** On the list that they save to. */
  saved: string[]
  /** Held by words that they mute. */
  muted: string[]
  /** What they follow, by kind and key (lib/follow-match.ts). */
  follows: { kind: FollowKind; key: string }[]
}

/** Votes of one paper in one hour (hours since 1970), oldest first in lists. */
export type HourCount = { hour: number; votes: number }

/** What a live event says of one paper. */
export type PaperNumbers = { id: string; upvotes: number; comments: number }

/** An address that letters are not sent to any more, and what its server said last. */
export type RefusedAddress = {
  id: string
  email: string
  /** Permanent refusals in a row. */
  refusals: number
  createdAt: number
  at: number | null
  answer: string | null
}

/** A person in an admin's list. */
export type PersonLine = {
  name: string
  fullName: string | null
  role: Role
  isSample: boolean
  createdAt: number
  votes: number
  comments: number
  /** When they were last signed in somewhere that still is. */
  seenAt: number | null
}

/** How the site is. Times are ms since 1970. */
export type SiteFacts = {
  now: number
  version: string
  startedAt: number
  /** Null where a server holds the database. */
  databaseBytes: number | null
  /** When the last write was noted in the journal. */
  lastChangeAt: number | null
  papers: { all: number; listed: number; pool: number }
  readers: Record<'pending' | 'active' | 'left' | 'refused', number>
  /** Letters that are not sent. */
  outbox: Record<'waiting' | 'sending' | 'failed' | 'unclear', number>
  days: DailyFigures
}

/** What was counted on each of the days (of UTC), which are oldest first and end with today. */
export type DailyFigures = {
  days: string[]
  votes: number[]
  papers: number[]
  letters: number[]
  people: number[]
}

/** A run of a job that had something to do, or failed. */
export type JobRun = {
  id: number
  name: string
  startedAt: number
  finishedAt: number
  result: string | null
  error: string | null
}

/** A job as admins see it. Times are ms since 1970. */
export type JobLine = {
  name: string
  /** Ms between the start of one run and the next. */
  every: number
  /** It does not wait so long when there is something to do. */
  sooner: boolean
  /** 'due': it is waited for. */
  state: 'off' | 'running' | 'due' | 'waiting'
  /** Why it is off. */
  off: string | null
  /** Null while it runs, unless another run was asked for. */
  nextAt: number | null
  startedAt: number | null
  finishedAt: number | null
  /** Why the last run failed. */
  error: string | null
  /** Failures in a row. */
  failures: number
  /** What the last run did; '' is nothing to do, null is unknown: it never ran, or failed. */
  result: string | null
  /** The last run that did something, when it was not the last of all. */
  before: { at: number; result: string } | null
}

/** A webhook as those who keep it see it: of address and secret only what lets nobody post. */
export type WebhookLine = {
  id: string
  label: string
  kind: WebhookKind
  /** `https://hooks.slack.com/…f3a9` */
  address: string
  chat: string | null
  events: WebhookEvent[]
  votes: number
  isOn: boolean
  offReason: string | null
  createdAt: number
}

/** A message of a webhook and what became of it. */
export type DeliveryLine = {
  id: string
  event: WebhookEvent | 'webhook.test'
  /** What it was about, where that is still there. */
  subject: { text: string; path: string } | null
  state: 'waiting' | 'sent' | 'failed'
  attempts: number
  /** When it is tried (again); only of use while it waits. */
  nextAt: number
  status: number | null
  answer: string | null
  createdAt: number
  doneAt: number | null
}

export type JournalRow = {
  id: number
  at: number
  kind: JournalKind
  paperId: string | null
  day: string | null
  userId: string | null
  data: Record<string, unknown> | null
}

/** A line of the moderation log. `by` and `author` are null for people who have left. */
export type ModerationLine = {
  id: number
  at: number
  kind: ModerationKind
  by: string | null
  paper: { id: string; title: string } | null
  /** The day a paper was taken off or put back on. */
  day: string | null
  comment: { id: string; author: string | null } | null
  /** Whose reading list, without its name, which may be what was wrong with it; null for people who have left. */
  list: { id: string; owner: string | null } | null
  /** Who was made what; the name is null for people who have left. */
  role: { name: string | null; role: Role } | null
  /**
   * The job that was asked for, the site's webhook, or the address that letters go to again; null when it is not known
   * any more.
   */
  what: string | null
  /** What was done with a webhook. */
  act: WebhookAct | null
  reason: string | null
  /** It is still so: nobody has undone it since. */
  stands: boolean
}

export type WebhookAct = 'made' | 'changed' | 'secret' | 'on' | 'off' | 'deleted'

/** What moderators do, and with it what admins do, who alone read of jobs, addresses and webhooks. */
export type ModerationKind = Extract<
  JournalKind,
  'hidden' | 'unhidden' | 'unlisted' | 'relisted' | 'closed' | 'reopened' | 'role' | 'asked' | 'released' | 'webhook'
>

export type JournalKind =
  | 'vote' // data: { want: 'up' | 'none' }
  | 'comment' // data: { comment: id, act: 'wrote' | 'edited' | 'deleted' }
  | 'import' // one a batch; data: { days: string[], papers: number }, and of days that run { listed: ids, votes: { id: more } }
  | 'hidden' // a moderator hid a comment; data: { comment, reason }
  | 'unhidden'
  | 'unlisted' // a moderator took a paper off its day; data: { reason, day, submittedAt }, the only record of its place
  | 'relisted'
  | 'closed' // a moderator made a reading list private; data: { list, owner: ids, reason }
  | 'reopened' // and lets its owner make it public again
  | 'list' // what others see of somebody's reading lists changed; data: { list: id }
  | 'submitted' // a member put a paper on a day
  | 'takenback' // and took it back
  | 'listed' // the first vote put a paper of the pool on a day
  | 'ingest' // one a batch of the pool; data: { days: announcement days, papers: number }
  | 'revised' // a new version, a withdrawal, or links found; data: { version?, changed }
  | 'role' // an admin made somebody something; data: { user: id, role }
  | 'asked' // an admin asked for a run of a job; data: { job }
  | 'released' // an admin lets a refused address have letters again; data: { subscription: id }
  | 'webhook' // a moderator did something with one of the site's; data: { webhook: id, label, act }
  | 'person' // made or changed; data: { name }
