import { eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { archiveCommentsQuery, archivePapersQuery } from '@/db/archive-rows'
import { db } from '@/db/client'
import { starsQuery } from '@/db/code-stars'
import { commentsOfQuery, commentsQuery, newestCommentsQuery } from '@/db/comments'
import { dueDeliveryQuery } from '@/db/deliveries'
import { deliveriesQuery } from '@/db/delivery-log'
import { aheadQuery, dueQuery } from '@/db/due-readers'
import { feedQuery } from '@/db/feed'
import {
  authorQuery,
  fedListCountQuery,
  fedListQuery,
  frequentQuery,
  namedCategoryQuery,
  newestCountQuery,
  newestQuery,
  rareQuery,
  warmCountQuery,
} from '@/db/feed-papers'
import { lettersQuery, listedQuery, outboxQuery, peopleChunkQuery, readersQuery, votesChunkQuery } from '@/db/figures'
import { changesQuery, readableQuery, windowQuery } from '@/db/follow-window'
import { listedInQuery, recentCategoriesQuery } from '@/db/following'
import { followsQuery } from '@/db/follows'
import { lastRunQuery } from '@/db/job-lines'
import { askQuery } from '@/db/letter-asks'
import { announcedNewsQuery, listedNewsQuery } from '@/db/letter-searches'
import { issueQuery, oldLettersQuery } from '@/db/letters'
import { entriesQuery, holdingQuery, papersOfListQuery, savedQuery } from '@/db/list-papers'
import {
  dayCountsQuery,
  lastUnlistingQuery,
  monthsQuery,
  neighbourQueries,
  newestDayQuery,
  pageQuery,
  ranksQuery,
  recentVotesQuery,
  totalsQuery,
  trendingQuery,
} from '@/db/listing-statements'
import type { Scope } from '@/db/listings'
import { listsQuery, publicListsQuery } from '@/db/lists'
import { moderationQuery } from '@/db/moderation'
import { followedListsQuery } from '@/db/news-reads'
import { waitingQuery } from '@/db/outbox'
import { numbersQuery, papersQuery } from '@/db/papers'
import {
  commentsOfPeopleQuery,
  moderatorsQuery,
  peopleOfNameQuery,
  peopleQuery,
  personOfAddressQuery,
  seenQuery,
  votesOfPeopleQuery,
} from '@/db/people'
import {
  newestPoolDayQuery,
  poolCategoriesQuery,
  poolNeighbourQueries,
  poolQuery,
  poolTotalsQuery,
} from '@/db/pool-lists'
import { publishedQuery } from '@/db/published'
import { refusalsQuery, refusedQuery } from '@/db/refused-addresses'
import { revisionsQuery } from '@/db/revisions'
import { hitsQuery, savedSearchesQuery } from '@/db/saved-searches'
import { papers, searchPapers } from '@/db/schema'
import { wordsQuery } from '@/db/search'
import { toEmbedQuery } from '@/db/search-embedding'
import { gistsQuery } from '@/db/search-gists'
import { freshQuery, matchingQuery } from '@/db/search-news'
import { withoutCategoryQuery } from '@/db/search-notes'
import { namedQuery } from '@/db/search-people'
import { namesQuery } from '@/db/search-terms'
import { partsQuery, textsQuery } from '@/db/search-texts'
import { beginsQuery, holdsQuery } from '@/db/search-titles'
import { entriesQuery as similarQuery } from '@/db/similar'
import { publishedInQuery, publishedMonthsQuery } from '@/db/sitemap'
import { writtenQuery } from '@/db/spellings'
import { doiQuery } from '@/db/submission-outlook'
import { papersOfQuery } from '@/db/users'
import { voteHistoryQuery } from '@/db/vote-history'
import { votedQuery, votesOfQuery } from '@/db/votes'
import type { FeedQuery } from '@/lib/feed-query'
import { matchAny, matchTyped } from '@/lib/search-match'

/* No list reads a whole table, and none is sorted that an index can bring in order. */

type Statement = SQL | { toSQL(): { sql: string; params: unknown[] } }

const first = { page: 1, pageSize: 50 }
const third = { page: 3, pageSize: 50 }
const scopes: Scope[] = [
  { of: 'day', value: '2026-06-02' },
  { of: 'week', value: '2026-W23' },
  { of: 'month', value: '2026-06' },
]
const month = scopes[2] ?? null
const ids = ['2606.00001', 'cs/9809007', '2606.00003']
const free = { required: [], excluded: [], where: undefined }
const everything: FeedQuery = { scope: null, submitter: null, sort: 'publishedAt', limit: 50, offset: 0 }

const inOrder: Record<string, Statement> = {
  'papers of the archive': archivePapersQuery(db, '2606.00001', 50),
  trending: trendingQuery(first),
  'the third page of trending': trendingQuery(third),
  'the newest day': newestDayQuery(),
  'days of a calendar': dayCountsQuery('2026-06-01', '2026-06-30'),
  months: monthsQuery(),
  'messages of a webhook': deliveriesQuery('w1', 10),
  'the last unlisting': lastUnlistingQuery(db, '2606.00001'),
  papers: papersQuery(ids),
  numbers: numbersQuery(ids),
  'votes of the last hours': recentVotesQuery(ids, 490_000),
  'history of votes': voteHistoryQuery('2606.00001'),
  'versions of a paper': revisionsQuery('2606.00001'),
  'a paper by its DOI': doiQuery('10.1000/heat'),
  'own votes': votedQuery('u1', ids),
  'papers that somebody may follow': windowQuery('2026-05-04'),
  'papers to be matched': readableQuery(ids),
  'what moved papers since': changesQuery('listed', { seen: 9, until: 99 }),
  'papers new on followed lists': listedInQuery(['l1', 'l2'], 1),
  'followed lists that hold papers': followedListsQuery(['2606.00001', '2606.00002']),
  'how many papers are listed': newestCountQuery(),
  'how many papers are warm': warmCountQuery(),
  'how many papers are on a list': fedListCountQuery('l1'),
  'papers that name a category': namedCategoryQuery('cs.LG'),
  'papers of a reading list': papersOfListQuery('l1', { limit: 51, offset: 50, unread: false }),
  'all of a reading list': entriesQuery('l1'),
  'lists that hold a paper': holdingQuery('u1', '2606.00001'),
  'votes of a person': votesOfQuery('u1', { limit: 50, offset: 0 }),
  'all papers': publishedQuery({ after: null, limit: 50 }),
  'all papers, further on': publishedQuery({ after: { publishedAt: 1, id: 'x' }, limit: 50 }),
  'the feed of trending': feedQuery({ ...everything, sort: 'trending' }, null),
  'papers of a person': papersOfQuery('u1', { limit: 50, offset: 0 }),
  'the newest day of the pool': newestPoolDayQuery(),
  'the day of the pool before': poolNeighbourQueries('2026-06-02').previous,
  'the day of the pool after': poolNeighbourQueries('2026-06-02').next,
  'totals of the pool': poolTotalsQuery('2026-06-02', null),
  'months of the sitemap': publishedMonthsQuery(),
  'papers of the sitemap': publishedInQuery('2026-06'),
  'the moderation log': moderationQuery('hidden', null, 50),
  'the moderation log, further on': moderationQuery('hidden', 9, 50),
  people: peopleQuery(9, 50),
  'people by name': peopleOfNameQuery('mi', 'mila', 50),
  'somebody by their address': personOfAddressQuery('mira@example.org'),
  'votes of people': votesOfPeopleQuery(ids),
  'comments of people': commentsOfPeopleQuery(ids),
  'when people were seen': seenQuery(ids),
  'papers listed by day': listedQuery('2026-05-04', '2026-06-02'),
  'readers by state': readersQuery(),
  'letters by state': outboxQuery(),
  'letters of a day': lettersQuery(1, 2),
  'the last run of a job': lastRunQuery('clean-up'),
  'readers whose letter is due': dueQuery(1, 250),
  'readers whose letter is far ahead': aheadQuery('daily', 1, 50),
  'mail that waits': waitingQuery(db, 1, 5),
  'papers of a daily letter': issueQuery({ of: 'day', value: '2026-06-02' }),
  'papers of a weekly letter': issueQuery({ of: 'week', value: '2026-W23' }),
  'what a day lists for searches in a letter': listedNewsQuery({ of: 'day', value: '2026-06-02' }),
  'what a week lists for searches in a letter': listedNewsQuery({ of: 'week', value: '2026-W23' }),
  'what was announced for searches in a daily letter': announcedNewsQuery({ of: 'day', value: '2026-06-02' }),
  'what was announced for searches in a weekly letter': announcedNewsQuery({ of: 'week', value: '2026-W23' }),
  'code whose stars were never counted': starsQuery(null, 100),
  'code whose stars were counted long ago': starsQuery(1, 100),
  'messages that are due': dueDeliveryQuery(1),
  'papers that are new to searches': freshQuery(1),
  'vectors of papers to be compared with what was typed': partsQuery([1, 2, 3]),
  'texts of papers to be compared with what was typed': textsQuery([1, 2, 3]),
  'a paper to which others are similar': similarQuery(eq(papers.id, '2606.00001')),
  'papers that may be similar': similarQuery(inArray(searchPapers.number, [1, 2, 3])),
  'papers to be embedded': toEmbedQuery(100),
  'vectors that are not read yet': gistsQuery('a model', 9),
  'papers whose spelling is not read yet': writtenQuery(9),
  'titles and names that are words typed': namesQuery(['glide', 'kite']),
  'old letters': oldLettersQuery({ daily: '2026-06-02', weekly: '2026-06-02' }, 9),
  'refused addresses': refusedQuery(null, 51),
  'refused addresses, further on': refusedQuery(9, 51),
  'what refused addresses said': refusalsQuery(ids),
  ...ofScopes((scope) => ({
    [`papers of a ${scope.of}`]: pageQuery(scope, { order: 'top', ...first }),
    [`the third page of a ${scope.of}`]: pageQuery(scope, { order: 'top', ...third }),
    [`totals of a ${scope.of}`]: totalsQuery(scope),
    [`ranks of a ${scope.of}`]: ranksQuery(scope, ids),
    [`the ${scope.of} before`]: neighbourQueries(scope).previous,
    [`the ${scope.of} after`]: neighbourQueries(scope).next,
    [`the feed of a ${scope.of}`]: feedQuery({ ...everything, scope }, null),
  })),
}

/* In order but for rows of the same moment, or of the same day. */
const nearlyInOrder: Record<string, Statement> = {
  'what came for a saved search': hitsQuery('s', 0, 10),
  'the feed of everything': feedQuery(everything, null),
  'the newest papers of all': newestQuery(third),
  'papers of a frequent category': frequentQuery('cs.LG', third),
  'the feed of somebody elsewhere': feedQuery({ ...everything, submitter: 'mira' }, null),
  'comments of a paper': commentsQuery('2606.00001'),
  'newest comments': newestCommentsQuery(null, 50),
  'newest comments, further on': newestCommentsQuery({ createdAt: 1, id: 'x' }, 50),
  'comments of a person': commentsOfQuery('u1', 50, 0),
  'comments of the archive': archiveCommentsQuery(db, { createdAt: 1, id: 'a' }, 100),
}

/* Sorted, but only what an index has found: a day, week or month, somebody's own, people of a name. */
const sorted: Record<string, Statement> = {
  'papers of a rare category': rareQuery('cs.LG', [1, 2]),
  'papers of an author': authorQuery(['ada', 'quill']),
  'papers by somebody of a name': namedQuery(['ada quill', 'quill ada'], free, 100),
  'a reading list by when it grew': fedListQuery('l1', third),
  'the feed of a member': feedQuery({ ...everything, submitter: 'tove' }, 'u1'),
  'the feed of a month by heat': feedQuery({ ...everything, scope: month, sort: 'trending' }, null),
  'the feed of a month by comments': feedQuery({ ...everything, scope: month, sort: 'discussed' }, null),
  'the pool of a day': poolQuery('2026-06-02', { category: null, ...first }),
  'a category of the pool': poolQuery('2026-06-02', { category: 'cs.LG', ...third }),
  'categories of the pool': poolCategoriesQuery('2026-06-02'),
  'votes by day': votesChunkQuery(9, 5000),
  'people who joined by day': peopleChunkQuery(9, 5000),
  'moderators and admins': moderatorsQuery(9, 50),
  'what a person follows': followsQuery('u1'),
  'lists of a person': listsQuery('u1'),
  'public lists of a person': publicListsQuery('u1'),
  'what a link to confirm was sent for': askQuery(db, 'a1', 1),
  'a person’s saved searches': savedSearchesQuery('u1'),
  'saved papers': savedQuery('u1', ids),
  'titles that begin as typed': beginsQuery('learningrate', 8),
  'titles that hold what is typed': holdsQuery(matchTyped(['learning', 'rat']), 8),
  'papers with one of some words': wordsQuery(matchAny(['learning', 'rate']), free, 200),
  'papers with words and votes': wordsQuery(
    matchAny(['learning', 'rate']),
    { ...free, where: gte(papers.upvotes, 3) },
    200,
  ),
  'categories of the newest day': recentCategoriesQuery('2026-06-02', 8),
  ...ofScopes((scope) => ({
    [`newest papers of a ${scope.of}`]: pageQuery(scope, { order: 'newest', ...first }),
    [`most discussed papers of a ${scope.of}`]: pageQuery(scope, { order: 'discussed', ...third }),
  })),
}

// Not a table: what a statement has found itself, and the walk along an index that ends with the page.
const readsWhole =
  /^SCAN (?!(found|found VIRTUAL TABLE INDEX 1:|search_words VIRTUAL TABLE INDEX \d+:M\d|newest|ranked|\(subquery-\d+\)|\w+ USING (COVERING )?INDEX \w+_(published|newest))$)/

test.each(Object.entries({ ...inOrder, ...nearlyInOrder, ...sorted }))(
  'no table is read whole for %s',
  async (_, statement) => {
    for (const step of await planOf(statement)) expect(step).not.toMatch(readsWhole)
  },
)

test.each(Object.entries(inOrder))('an index brings %s in order', async (_, statement) => {
  expect((await planOf(statement)).join('\n')).not.toContain('TEMP B-TREE')
})

test.each(Object.entries(nearlyInOrder))('%s are not sorted as a whole', async (_, statement) => {
  expect((await planOf(statement)).join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY')
})

test.each(scopes)('for the order of a $of only its index is read', async (scope) => {
  for (const order of ['top', 'newest', 'discussed'] as const) {
    const plan = await planOf(pageQuery(scope, { order, ...first }))
    expect(plan).toContain(`SEARCH papers USING COVERING INDEX papers_${scope.of}_top (${scope.of}=?)`)
  }
  expect(await planOf(totalsQuery(scope))).toEqual([
    `SEARCH papers USING COVERING INDEX papers_${scope.of}_top (${scope.of}=?)`,
  ])
})

test('trending is read from its index alone, however far down', async () => {
  expect(await planOf(trendingQuery(third))).toContain('SEARCH papers USING COVERING INDEX papers_heat (heat>?)')
})

test('a saved search is asked of the papers that came, one by one, and of no others', async () => {
  const all = { required: ['a'], excluded: [], where: undefined }
  const plan = await planOf(matchingQuery(all, [1, 2]))
  expect(plan).toContainEqual(expect.stringMatching(/^SCAN search_words VIRTUAL TABLE INDEX \d+:=.*M/))
  const together = await planOf(matchingQuery(all, [1, 2, 3, 4, 5]))
  expect(together).toContainEqual(expect.stringContaining('SCAN search_words VIRTUAL TABLE INDEX 0:M4><'))
  const byConditions = await planOf(matchingQuery({ ...all, required: [] }, [1, 2]))
  expect(byConditions).toContainEqual(expect.stringContaining('SEARCH search_papers USING INTEGER PRIMARY KEY'))
})

test('words are looked up in their index alone, and what they found is asked for conditions one by one', async () => {
  const plan = await planOf(wordsQuery(matchAny(['heat']), { ...free, where: gte(papers.upvotes, 3) }, 200))
  expect(plan.slice(0, 3)).toEqual([
    expect.stringMatching(/^SCAN search_words VIRTUAL TABLE INDEX \d+:M\d$/),
    'SEARCH search_papers USING INTEGER PRIMARY KEY (rowid=?)',
    expect.stringMatching(/^SEARCH papers USING INDEX \w+ \(id=\?\)$/),
  ])
  expect(await planOf(wordsQuery(matchAny(['heat']), free, 200))).toEqual([
    expect.stringMatching(/^SCAN search_words VIRTUAL TABLE INDEX \d+:M\d$/),
    'USE TEMP B-TREE FOR ORDER BY',
  ])
})

test('what waits to be embedded, and titles that begin as typed, are each read from an index of their own', async () => {
  expect((await planOf(toEmbedQuery(100)))[0]).toMatch(/^SEARCH search_papers USING INDEX search_papers_embedded /)
  expect((await planOf(beginsQuery('learningrate', 8)))[0]).toMatch(
    /^SEARCH search_papers USING INDEX search_papers_title /,
  )
})

test('what the outbox says of a letter is found by the letter', async () => {
  const plan = await planOf(oldLettersQuery({ daily: '2026-06-02', weekly: '2026-06-02' }, 9))
  expect(plan).toContainEqual(expect.stringContaining('INDEX outbox_letter (letter_id=?)'))
})

test.each([null, 1])('code whose stars were counted before %j is read from its own index alone', async (before) => {
  expect(await planOf(starsQuery(before, 100))).toEqual([
    expect.stringMatching(/^SEARCH papers USING INDEX papers_code_stars \(code_stars_at[=<]\?\)$/),
  ])
})

test('papers without a category are counted by an index that has no others', async () => {
  expect(await planOf(withoutCategoryQuery())).toEqual(['SCAN papers USING COVERING INDEX papers_without_category'])
})

test('letters of a day are found by the day, and refusals by the reader', async () => {
  expect(await planOf(lettersQuery(1, 2))).toEqual([
    expect.stringContaining('INDEX outbox_done (done_at>? AND done_at<?)'),
  ])
  expect(await planOf(refusalsQuery(ids))).toEqual([expect.stringContaining('INDEX outbox_issue (subscription_id=?)')])
})

function ofScopes(make: (scope: Scope) => Record<string, Statement>): Record<string, Statement> {
  return Object.assign({}, ...scopes.map(make))
}

async function planOf(statement: Statement): Promise<string[]> {
  const plan = await db.all<{ detail: string }>(sql`explain query plan ${filled(statement)}`)
  return plan.map(({ detail }) => detail)
}

function filled(statement: Statement): SQL {
  if (!('toSQL' in statement)) return statement
  const { sql: text, params } = statement.toSQL()
  const parts = text.split('?')
  return sql.join(parts.flatMap((part, i) => (i === 0 ? [sql.raw(part)] : [sql`${params[i - 1]}`, sql.raw(part)])))
}
