import { isolate, namesInShort } from '@/lib/author-names'
import { cleanLine } from '@/lib/clean-text'
import { addDays, daysOfWeek, formatDate, formatDayLong, weekdayName } from '@/lib/days'
import type { Followable } from '@/lib/follow-match'
import { type Choices, isNarrowed } from '@/lib/letter-choices'
import type { IssueScope } from '@/lib/letter-issue'
import type { Site } from '@/lib/letters'
import { dayTitle, weekTitle } from '@/lib/list-titles'
import { paperPath } from '@/lib/paper-id'
import { savedInWords, savedSearchHref } from '@/lib/saved-search'
import { plainTitle } from '@/lib/tex'
import { count, plural, shorten } from '@/lib/text'

/* What a letter says, before it is HTML or plain text. */

/** A paper as a letter needs it. Votes and comments are totals; times are ms. */
export type DigestPaper = Followable & {
  id: string
  summary: string | null
  authorCount: number
  publishedAt: number
  withdrawnAt: number | null
  upvotes: number
  comments: number
}

/** A paper in words. All of it is plain text that anybody may have written. */
export type DigestEntry = {
  votes: number
  title: string
  gist: string
  /** `Ada, Bo and 3 more` and the date. */
  facts: string[]
  talk: { label: string; url: string }
  url: string
}

/** What a saved search found: the search in words, the first papers, and where it leads. */
export type DigestFind = { search: string; entries: DigestEntry[]; more: string; url: string }

/** Papers of an issue that a saved search finds, `asked` as its address asks for it. */
export type Found = { asked: string; papers: readonly DigestPaper[] }

/** A letter in words, for one group of readers. */
export type DigestWords = {
  site: Site
  title: string
  longTitle: string
  subject: string
  preheader: string
  intro: string
  entries: DigestEntry[]
  /** What saved searches found besides. */
  finds: DigestFind[]
  /** What comes after the last paper, and where it leads. */
  after: { text: string; link: string; url: string }
  /** `At most 10 papers, with 3 votes or more.` */
  choices: string
  browserUrl: string
}

/** How much of a paper is told: characters of its abstract, and names of its authors. */
export type Room = { gist: number; names: number }

/** A paper in words, nothing in it longer than a letter can hold. */
export function entryOf({ url }: Site, paper: DigestPaper, room: Room): DigestEntry {
  const here = `${url}${paperPath(paper.id)}`
  return {
    ...toldOf(paper, room),
    votes: paper.upvotes,
    talk: { label: paper.comments === 0 ? 'discuss' : plural(paper.comments, 'comment'), url: `${here}#talk` },
    url: here,
  }
}

type PaperWords = Pick<DigestEntry, 'title' | 'gist' | 'facts'>

// As long as the paper is held: a hundred groups of readers are told of the same ones.
const toldBefore = new WeakMap<DigestPaper, Map<Room, PaperWords>>()

function toldOf(paper: DigestPaper, room: Room): PaperWords {
  const rooms = toldBefore.get(paper) ?? new Map<Room, PaperWords>()
  toldBefore.set(paper, rooms)
  const told = rooms.get(room) ?? tell(paper, room)
  rooms.set(room, told)
  return told
}

function tell(paper: DigestPaper, room: Room): PaperWords {
  return {
    title: readable(paper.title, longestTitle),
    gist: gistOf(paper, room.gist),
    facts: [
      authorsOf(paper, room.names),
      formatDate(paper.publishedAt),
      ...(paper.withdrawnAt === null ? [] : ['withdrawn by its authors']),
    ],
  }
}

/**
 * What saved searches found that the letter does not tell already, each paper once.
 * @param told ids of the papers told already
 */
export function findsOf(site: Site, found: readonly Found[], told: Iterable<string>, room: Room): DigestFind[] {
  const known = new Set(told)
  let left = mostFound
  return found.flatMap(({ asked, papers }) => {
    const news = papers.filter(({ id }) => !known.has(id))
    const shown = news.slice(0, Math.min(mostFoundEach, left))
    left -= shown.length
    for (const { id } of shown) known.add(id)
    if (shown.length === 0) return []
    const rest = news.length - shown.length
    return {
      search: readable(savedInWords(asked), longestSearch),
      entries: shown.map((paper) => entryOf(site, paper, room)),
      more: rest > 0 ? `${count(rest)} more, and all that it finds` : 'All that it finds',
      url: `${site.url}${savedSearchHref(asked)}`,
    }
  })
}

/** `Tuesday, January 6` or `January 5–11`; long with the year, else only where it is not that of the letter. */
export function issueTitle({ of, value }: IssueScope, long = false): string {
  if (of === 'day') return long ? formatDayLong(value) : dayTitle(value, addDays(value, 1))
  const last = daysOfWeek(value).at(-1) ?? value
  const title = weekTitle(value, addDays(last, 1))
  return long && !title.endsWith(last.slice(0, 4)) ? `${title}, ${last.slice(0, 4)}` : title
}

/** What stands in the list of a mailbox: the day and the first title, in at most 150 characters. */
export function subjectOf(title: string, first: string, shown: number): string {
  const more = shown > 1 ? `, and ${count(shown - 1)} more` : ''
  return `${title}: ${shorten(first, 100)}${more}`
}

/** What a mailbox shows behind the subject, which has the first title already. */
export function preheaderOf([first, second, ...rest]: readonly DigestEntry[]): string {
  if (!first) return ''
  const words = [`${plural(first.votes, 'vote')} for the first`]
  if (second) words.push(`${count(second.votes)} for ${shorten(second.title, 90)}`)
  if (rest.length > 0) words.push(`then ${count(rest.length)} more`)
  return `${words.join('; ')}.`
}

/** The line under the day where only saved searches found something. */
export function introOfFinds(all: readonly DigestPaper[], finds: readonly DigestFind[], { of }: IssueScope): string {
  const found = plural(countFound(finds), 'paper')
  if (all.length === 0) return `Nothing was on the ${of}’s list. Your saved searches found ${found}.`
  return `${plural(all.length, 'paper')}, and none that you asked for. Your saved searches found ${found} besides.`
}

/** Papers that saved searches found. */
export function countFound(finds: readonly DigestFind[]): number {
  return finds.reduce((sum, { entries }) => sum + entries.length, 0)
}

export function introOf(
  all: readonly DigestPaper[],
  wanted: number,
  shown: number,
  { of }: IssueScope,
  choices: Choices,
) {
  const votes = all.reduce((sum, { upvotes }) => sum + upvotes, 0)
  const comments = all.reduce((sum, paper) => sum + paper.comments, 0)
  const totals = [plural(all.length, 'paper'), plural(votes, 'vote'), plural(comments, 'comment')].join(', ')
  const order = `in the ${of}’s final order`
  if (shown === all.length) return `${totals}, ${order}.`
  if (!isNarrowed(choices)) return `${totals}. These are the first ${count(shown)}, ${order}.`
  if (shown < wanted)
    return `${totals}. These are the first ${count(shown)} of ${count(wanted)} that you asked for, ${order}.`
  return `${totals}. ${shown === 1 ? 'This is the one' : `These are the ${count(shown)}`} that you asked for, ${order}.`
}

/** What comes after the last paper. The list on the site goes on as votes still come. */
export function afterOf({ url }: Site, { of, value }: IssueScope, rest: number): DigestWords['after'] {
  const [name, whole] =
    of === 'day' ? [weekdayName(value), 'The whole day'] : [`the week of ${weekTitle(value, value)}`, 'The whole week']
  const more = rest > 0 ? ` has ${count(rest)} more on the site.` : ' is on the site, as it stands now.'
  return {
    text: `That was ${name}.`,
    link: `${whole}${more}`,
    url: `${url}/papers/${of === 'day' ? 'date' : 'week'}/${value}`,
  }
}

/** `at most 10 papers with 3 votes or more, of any of: cs.LG; “state space”; by Yann LeCun` */
export function choicesInWords({ papers, minUpvotes, categories, keywords, authors, searches = [] }: Choices): string {
  const least = minUpvotes > 0 ? ` with ${plural(minUpvotes, 'vote')} or more` : ''
  const subjects = [
    ...categories,
    ...keywords.map((word) => `“${readable(word, longestName)}”`),
    ...authors.map((name) => `by ${isolate(readable(name, longestName))}`),
  ]
  const first = namesInShort(subjects, mostSubjects)
  const any = subjects.length > 1 ? ', of any of: ' : ', of: '
  const besides = searches.length > 0 ? '; and what your saved searches find' : ''
  return `at most ${plural(papers, 'paper')}${least}${subjects.length > 0 ? any + first : ''}${besides}`
}

const longestTitle = 300
const longestName = 60
const mostSubjects = 12
const longestSearch = 120
// Of a search, and of all together: the letter is the day's.
const [mostFoundEach, mostFound] = [5, 15]

/** One line that shows nothing but what it says, and holds no place that is filled in later. */
export function readable(text: string, most: number): string {
  return cleanLine(shorten(cleanLine(plainTitle(text)), most)).replace(/\{(?=\{)/g, '{ ')
}

/** The beginning of an abstract, up to the end of a sentence where there is one in its second half. */
function gistOf({ abstract, summary }: DigestPaper, most: number): string {
  const whole = abstract ?? (summary === null ? '' : `Summary: ${summary}`)
  if (most === 0 || whole === '') return ''
  // What is far beyond the cut need not be read as TeX.
  const text = readable(whole.slice(0, most * 6), most * 4)
  if (text.length <= most) return text
  const end = text.slice(0, most + 1).lastIndexOf('. ') + 1
  return end > most / 2 ? text.slice(0, end) : cleanLine(shorten(text, most))
}

function authorsOf({ authors, authorCount }: DigestPaper, most: number): string {
  const names = authors.map(({ name }) => isolate(readable(name, longestName))).filter(Boolean)
  return most === 0 || names.length === 0 ? plural(authorCount, 'author') : namesInShort(names, most)
}
