import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Affiliation, Author } from '@/lib/paper'
import type { Chosen } from '@/lib/subscription-schema'

/* Times are integers: milliseconds since 1970, UTC. Days are feed days, 'YYYY-MM-DD'. */

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** As the person wrote it; unique without regard to case through nameKey. */
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    fullName: text('full_name'),
    bio: text('bio'),
    email: text('email'),
    emailVerified: integer('email_verified', { mode: 'timestamp_ms' }),
    image: text('image'),
    /** argon2id, PHC string; null for people who sign in elsewhere and for sample members, who cannot sign in. */
    passwordHash: text('password_hash'),
    role: text('role', { enum: ['member', 'moderator', 'admin'] })
      .notNull()
      .default('member'),
    votesPublic: integer('votes_public', { mode: 'boolean' }).notNull().default(true),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('users_name_key').on(t.nameKey),
    uniqueIndex('users_email').on(t.email),
    index('users_role').on(t.role),
  ],
)

/** A person's account with another site (GitHub, ORCID …); the shape is the next-auth adapter's. */
export const accounts = sqliteTable(
  'accounts',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    type: text('type').notNull(),
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    refresh_token: text('refresh_token'),
    access_token: text('access_token'),
    expires_at: integer('expires_at'),
    token_type: text('token_type'),
    scope: text('scope'),
    id_token: text('id_token'),
    session_state: text('session_state'),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index('accounts_user').on(t.userId)],
)

/** E-mail links under way; the shape is the next-auth adapter's. */
export const verificationTokens = sqliteTable(
  'verification_tokens',
  {
    identifier: text('identifier').notNull(),
    token: text('token').notNull(),
    expires: integer('expires', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** Where a person is signed in. The cookie is a JWT that names a row here; without the row it is worth nothing. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Links that work once: become admin, recover a password, join by invitation. Only the hash is kept. */
export const oneTimeLinks = sqliteTable(
  'one_time_links',
  {
    hash: text('hash').primaryKey(),
    purpose: text('purpose', { enum: ['admin', 'recover', 'invite'] }).notNull(),
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [index('one_time_links_purpose').on(t.purpose, t.userId)],
)

/** Personal access tokens for programs; sha-256 of the token, never the token. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    hash: text('hash').notNull(),
    scope: text('scope', { enum: ['read', 'write'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (t) => [uniqueIndex('tokens_hash').on(t.hash), index('tokens_user').on(t.userId)],
)

/**
 * A paper and, when it is on a day, its listing. A paper is listed on at most one day, so the listing is a part
 * of the row: every ranked list is then one walk along one index (docs/decisions/0002). The wide columns come
 * last, so that a list that does not ask for them does not read them.
 */
export const papers = sqliteTable(
  'papers',
  {
    id: text('id').primaryKey(),
    source: text('source', { enum: ['arxiv', 'doi', 'openreview', 'page'] })
      .notNull()
      .default('arxiv'),

    /* The listing: all null while the paper is on no day, except the submitter. */
    day: text('day'),
    week: text('week'),
    month: text('month'),
    submittedAt: integer('submitted_at'),
    submitterId: text('submitter_id').references(() => users.id, { onDelete: 'set null' }),
    /** Who put it on the list elsewhere, when the row was imported. */
    submitterName: text('submitter_name'),

    /* Totals, always carried-over + rows of this site. */
    upvotes: integer('upvotes').notNull().default(0),
    comments: integer('comments').notNull().default(0),
    carriedUpvotes: integer('carried_upvotes').notNull().default(0),
    carriedComments: integer('carried_comments').notNull().default(0),
    /** log2 of the decayed sum of votes (lib/heat.ts); null without a vote. */
    heat: real('heat'),

    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    /** A moderator took it off its day: an import does not put it back. */
    unlistedAt: integer('unlisted_at'),
    /** The day on which arXiv announced it: it is in the pool of that day, listed or not. */
    announcedDay: text('announced_day'),
    /** The newest version known, where its source counts them. */
    version: integer('version'),
    withdrawnAt: integer('withdrawn_at'),
    publishedAt: integer('published_at').notNull(),
    updatedAt: integer('updated_at'),
    createdAt: integer('created_at').notNull(),
    title: text('title').notNull(),
    authorCount: integer('author_count').notNull(),
    categories: text('categories', { mode: 'json' }).$type<string[]>().notNull(),
    projectPage: text('project_page'),
    codeUrl: text('code_url'),
    codeStars: integer('code_stars'),
    codeStarsAt: integer('code_stars_at'),
    /** Where a paper that is not arXiv's is to be read. */
    sourceUrl: text('source_url'),
    doi: text('doi'),
    note: text('note'),
    summary: text('summary'),
    /** Who wrote the summary: 'huggingface', 'sample' … shown beside it. */
    summarySource: text('summary_source'),
    keywords: text('keywords', { mode: 'json' }).$type<string[]>().notNull(),
    keywordsSource: text('keywords_source'),
    mediaUrls: text('media_urls', { mode: 'json' }).$type<string[]>().notNull(),
    thumbnail: text('thumbnail'),
    organization: text('organization', { mode: 'json' }).$type<Affiliation>(),
    abstract: text('abstract'),
    authors: text('authors', { mode: 'json' }).$type<Author[]>().notNull(),
    /** When an import put it on its day, where the paper was here before; its submittedAt may be long before that. */
    listedAt: integer('listed_at'),
  },
  (t) => [
    index('papers_day_top').on(t.day, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    index('papers_week_top').on(t.week, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    index('papers_month_top').on(t.month, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    // The day is in it so that the condition on it is answered from the index, deep pages included.
    index('papers_heat')
      .on(sql`${t.heat} desc`, t.id, t.day)
      .where(sql`${t.day} is not null and ${t.heat} is not null`),
    index('papers_announced')
      .on(t.announcedDay, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.publishedAt, t.id)
      .where(sql`${t.announcedDay} is not null`),
    index('papers_doi').on(sql`lower(${t.doi})`).where(sql`${t.doi} is not null`),
    index('papers_published').on(sql`${t.publishedAt} desc`, t.id),
    index('papers_submitter').on(t.submitterId, sql`${t.submittedAt} desc`),
    index('papers_submitter_name').on(t.submitterName, sql`${t.submittedAt} desc`),
    // Listed papers with code on GitHub, as db/code-stars.ts asks for them: word for word, or it is not used.
    index('papers_code_stars')
      .on(t.codeStarsAt, t.id)
      .where(sql`${t.day} is not null and ${t.codeUrl} like 'https://github.com/%'`),
    // As db/search-notes.ts counts them, word for word.
    index('papers_without_category').on(t.id).where(sql`${t.categories} = '[]'`),
    check(
      'papers_listing_is_whole',
      sql`(day is null) = (week is null) and (day is null) = (month is null) and (day is null) = (submitted_at is null)`,
    ),
    check('papers_totals_hold_carried', sql`upvotes >= carried_upvotes and comments >= carried_comments`),
  ],
)

export const votes = sqliteTable(
  'votes',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.paperId, t.userId] }), index('votes_user').on(t.userId, sql`${t.at} desc`)],
)

/** Votes of a paper by the hour (hours since 1970), carried-over ones included: what heat and history are made of. */
export const voteHours = sqliteTable(
  'vote_hours',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    hour: integer('hour').notNull(),
    votes: integer('votes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.paperId, t.hour] }), check('vote_hours_positive', sql`votes > 0`)],
)

export const comments = sqliteTable(
  'comments',
  {
    id: text('id').primaryKey(),
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    parentId: text('parent_id'),
    authorId: text('author_id').references(() => users.id, { onDelete: 'set null' }),
    /** The Markdown as written. Emptied, like html, when the author deletes the comment. */
    body: text('body').notNull(),
    /** Rendered and sanitized when it was written (lib/markdown.ts). */
    html: text('html').notNull(),
    createdAt: integer('created_at').notNull(),
    editedAt: integer('edited_at'),
    deletedAt: integer('deleted_at'),
    hiddenAt: integer('hidden_at'),
    hiddenReason: text('hidden_reason'),
  },
  (t) => [
    index('comments_paper').on(t.paperId, t.createdAt),
    index('comments_author').on(t.authorId, sql`${t.createdAt} desc`),
    index('comments_newest').on(sql`${t.createdAt} desc`),
  ],
)

/** What happened, in order. Everything that reacts to a write reads it here (docs/decisions/0003). */
export const journal = sqliteTable(
  'journal',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    paperId: text('paper_id'),
    day: text('day'),
    userId: text('user_id'),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [index('journal_kind').on(t.kind, sql`${t.id} desc`)],
)

/** Small facts about the site itself: which sample is loaded, which half-life the heats were made with. */
export const facts = sqliteTable('facts', { name: text('name').primaryKey(), value: text('value').notNull() })

/** What a new version of a paper changed; the state before it, so that a page can say how. */
export const revisions = sqliteTable(
  'revisions',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    at: integer('at').notNull(),
    changed: text('changed', { mode: 'json' }).$type<('title' | 'abstract' | 'authors' | 'note')[]>().notNull(),
    before: text('before', { mode: 'json' })
      .$type<{ title?: string; abstract?: string | null; authors?: string[]; note?: string | null }>()
      .notNull(),
  },
  (t) => [primaryKey({ columns: [t.paperId, t.version] })],
)

/** Jobs: who runs one now, and how the last run went. A lease that has run out belongs to nobody. */
export const jobs = sqliteTable('jobs', {
  name: text('name').primaryKey(),
  holder: text('holder'),
  leaseUntil: integer('lease_until'),
  nextAt: integer('next_at'),
  startedAt: integer('started_at'),
  finishedAt: integer('finished_at'),
  result: text('result'),
  error: text('error'),
  /** Failures in a row. */
  failures: integer('failures').notNull().default(0),
})

/** The latest runs of the jobs, for the admin's page; clean-up removes the old ones. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    startedAt: integer('started_at').notNull(),
    finishedAt: integer('finished_at').notNull(),
    result: text('result'),
    error: text('error'),
  },
  (t) => [index('job_runs_name').on(t.name, sql`${t.startedAt} desc`)],
)

/** When a service outside may be asked again: one request at a time, whichever process asks. */
export const paces = sqliteTable('paces', { host: text('host').primaryKey(), freeAt: integer('free_at').notNull() })

/** Answers of services outside, kept so that nobody asks twice. */
export const outsideAnswers = sqliteTable(
  'outside_answers',
  {
    url: text('url').primaryKey(),
    at: integer('at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [index('outside_answers_expires').on(t.expiresAt)],
)

/** A reader of the letter. The choices hold once the address is confirmed. */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: text('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull(),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    state: text('state', { enum: ['pending', 'active', 'left', 'refused'] }).notNull(),
    frequency: text('frequency', { enum: ['daily', 'weekly'] }).notNull(),
    /** 0 to 23, in the time zone. */
    hour: integer('hour').notNull(),
    timezone: text('timezone').notNull(),
    papers: integer('papers').notNull(),
    minUpvotes: integer('min_upvotes').notNull(),
    categories: text('categories', { mode: 'json' }).$type<string[]>().notNull(),
    keywords: text('keywords', { mode: 'json' }).$type<string[]>().notNull(),
    authors: text('authors', { mode: 'json' }).$type<string[]>().notNull(),
    /** What the links to this address are made of, each for one purpose. Another one for each stay. */
    secret: text('secret').notNull(),
    /** The secret of the first stay, for those who came back: letters of any stay are left by it. */
    leaveSecret: text('leave_secret'),
    /** Until when the letter can be confirmed by the latest of its asks; null when nobody asks. */
    confirmExpiresAt: integer('confirm_expires_at'),
    createdAt: integer('created_at').notNull(),
    confirmedAt: integer('confirmed_at'),
    leftAt: integer('left_at'),
    /** When the next letter is due; null unless active. */
    nextAt: integer('next_at'),
    /** Permanent refusals in a row. */
    refusals: integer('refusals').notNull().default(0),
  },
  (t) => [
    uniqueIndex('subscriptions_email').on(t.email),
    index('subscriptions_due').on(t.state, t.nextAt),
    index('subscriptions_ahead').on(t.state, t.frequency, t.nextAt),
    index('subscriptions_user').on(t.userId),
  ],
)

/** What a mail says that its link confirms. Whoever asks twice has two links, each for its own choices. */
export const letterAsks = sqliteTable(
  'letter_asks',
  {
    id: text('id').primaryKey(),
    subscriptionId: text('subscription_id')
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'cascade' }),
    choices: text('choices', { mode: 'json' }).$type<Chosen>().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [index('letter_asks_of').on(t.subscriptionId)],
)

/** A letter as it was rendered, once for all readers of equal choices. */
export const letters = sqliteTable(
  'letters',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** 'daily:2026-06-02' or 'weekly:2026-W23' */
    issue: text('issue').notNull(),
    /** A hash of the choices. */
    choices: text('choices').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('letters_issue').on(t.issue, t.choices)],
)

/** One mail for one reader and issue, and what became of it. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    subscriptionId: text('subscription_id')
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'cascade' }),
    issue: text('issue').notNull(),
    letterId: integer('letter_id')
      .notNull()
      .references(() => letters.id, { onDelete: 'cascade' }),
    /** 'unclear': the process ended between sending and noting; it is not sent again. */
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'failed', 'unclear'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When to try (again); while sending, when it began. */
    nextAt: integer('next_at').notNull(),
    doneAt: integer('done_at'),
    answer: text('answer'),
  },
  (t) => [
    uniqueIndex('outbox_issue').on(t.subscriptionId, t.issue),
    index('outbox_due').on(t.state, t.nextAt),
    index('outbox_done').on(t.doneAt),
    index('outbox_letter').on(t.letterId),
  ],
)

/** What a person follows, or, muted, does not want to see. */
export const follows = sqliteTable(
  'follows',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['category', 'author', 'keyword', 'member', 'list'] }).notNull(),
    /** As it was written; of a member the name, of a list its id. */
    value: text('value').notNull(),
    /** What makes two of them the same. */
    valueKey: text('value_key').notNull(),
    muted: integer('muted', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('follows_one').on(t.userId, t.kind, t.valueKey), index('follows_of').on(t.kind, t.valueKey)],
)

/** A search that a person keeps, to be told of what newly comes. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** As its address asks for it, best first and from the first page: 'q=state+space&cat=cs.LG'. */
    asked: text('asked').notNull(),
    inLetter: integer('in_letter', { mode: 'boolean' }).notNull().default(true),
    /** From when on papers that come are told of: since it was saved, or last asked for something else. */
    since: integer('since').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When the person last looked, and the visit before: what came since is marked. */
    seenAt: integer('seen_at').notNull(),
    seenBefore: integer('seen_before').notNull(),
  },
  (t) => [uniqueIndex('saved_searches_one').on(t.userId, t.asked)],
)

/** A paper that came and that a saved search finds: once, so that it is told of once. */
export const searchHits = sqliteTable(
  'search_hits',
  {
    searchId: text('search_id')
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** When it was found. */
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.searchId, t.paperId] }),
    index('search_hits_newest').on(t.searchId, sql`${t.at} desc`),
    index('search_hits_paper').on(t.paperId),
    index('search_hits_at').on(t.at),
  ],
)

/** When a person last looked at what they follow. */
export const followVisits = sqliteTable('follow_visits', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  seenAt: integer('seen_at').notNull(),
  /** The visit before: what came since is marked. */
  seenBefore: integer('seen_before').notNull(),
})

/** A person's reading list. */
export const lists = sqliteTable(
  'lists',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    about: text('about').notNull().default(''),
    isPublic: integer('is_public', { mode: 'boolean' }).notNull().default(false),
    /** The one that the key saves to. */
    isDefault: integer('is_default', { mode: 'boolean' }).notNull().default(false),
    /** When a moderator made it private: until one allows it, its owner cannot make it public again. */
    closedAt: integer('closed_at'),
    closedReason: text('closed_reason'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    index('lists_owner').on(t.ownerId, t.createdAt),
    uniqueIndex('lists_default').on(t.ownerId).where(sql`${t.isDefault} = 1`),
  ],
)

export const listPapers = sqliteTable(
  'list_papers',
  {
    listId: text('list_id')
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** By hand: lower comes first. */
    position: real('position').notNull(),
    /** Seen by the owner alone. */
    note: text('note').notNull().default(''),
    readAt: integer('read_at'),
    addedAt: integer('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.paperId] }),
    index('list_papers_order').on(t.listId, t.position),
    index('list_papers_paper').on(t.paperId),
  ],
)

/** Where news are sent: the site's own, chosen by moderators, or a person's, about what they follow. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    /** Null for the site's. */
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    kind: text('kind', { enum: ['standard', 'slack', 'discord', 'mattermost', 'telegram'] }).notNull(),
    url: text('url').notNull(),
    /** Telegram's chat. */
    chat: text('chat'),
    /** 'whsec_…': signs what a standard webhook sends. */
    secret: text('secret').notNull(),
    events: text('events', { mode: 'json' })
      .$type<('day.closed' | 'paper.votes' | 'paper.listed' | 'search.matched' | 'comment.created')[]>()
      .notNull(),
    /** Votes that a paper passes for 'paper.votes'. */
    votes: integer('votes').notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull().default(true),
    offReason: text('off_reason'),
    /** Failed deliveries in a row. */
    failures: integer('failures').notNull().default(0),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('webhooks_owner').on(t.ownerId)],
)

/** One message of a webhook: its id stays the same when it is sent again. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text('event').notNull(),
    /** What it is about, so that nothing is told twice: 'day.closed:2026-06-02'. */
    about: text('about').notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: integer('next_at').notNull(),
    status: integer('status'),
    answer: text('answer'),
    createdAt: integer('created_at').notNull(),
    doneAt: integer('done_at'),
  },
  (t) => [
    uniqueIndex('deliveries_about').on(t.webhookId, t.about),
    index('deliveries_due').on(t.state, t.nextAt),
    index('deliveries_log').on(t.webhookId, sql`${t.createdAt} desc`),
  ],
)

/**
 * What search knows of a paper. Triggers keep it, and the index of words `search_words` beside it (FTS5, by the same
 * number), so that they follow every write in its own transaction (docs/decisions/0012).
 */
export const searchPapers = sqliteTable(
  'search_papers',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    paperId: text('paper_id')
      .notNull()
      .references(() => papers.id, { onDelete: 'cascade' }),
    /** The title, and what of it stands before a colon, as they are compared (lib/search-names.ts). */
    titleKey: text('title_key').notNull(),
    nameKey: text('name_key'),
    /** Counts how often title, abstract or authors changed. */
    revision: integer('revision').notNull().default(0),
    /** The model by which it is embedded as it reads now; null while it is to be embedded. */
    embeddedBy: text('embedded_by'),
  },
  (t) => [
    uniqueIndex('search_papers_paper').on(t.paperId),
    index('search_papers_title').on(t.titleKey),
    index('search_papers_name').on(t.nameKey),
    index('search_papers_embedded').on(t.embeddedBy),
  ],
)

/**
 * What a paper means, as signed bytes (lib/search-vectors.ts): one direction, by which it is found. A paper that is
 * embedded anew gets a new row, so that who reads on by id misses none.
 */
export const searchGists = sqliteTable(
  'search_gists',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    number: integer('number')
      .notNull()
      .references(() => searchPapers.number, { onDelete: 'cascade' }),
    model: text('model').notNull(),
    vector: blob('vector', { mode: 'buffer' }).notNull(),
  },
  (t) => [uniqueIndex('search_gists_number').on(t.number)],
)

/** The same of its title, of title and abstract, and of each sentence, one after another, by which it gets its place. */
export const searchParts = sqliteTable('search_parts', {
  number: integer('number')
    .primaryKey()
    .references(() => searchPapers.number, { onDelete: 'cascade' }),
  vectors: blob('vectors', { mode: 'buffer' }).notNull(),
})
