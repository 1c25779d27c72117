import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Affiliation, Author } from '@/lib/paper'

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
    source: text('source', { enum: ['arxiv'] })
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
    publishedAt: integer('published_at').notNull(),
    updatedAt: integer('updated_at'),
    createdAt: integer('created_at').notNull(),
    title: text('title').notNull(),
    authorCount: integer('author_count').notNull(),
    categories: text('categories', { mode: 'json' }).$type<string[]>().notNull(),
    projectPage: text('project_page'),
    codeUrl: text('code_url'),
    codeStars: integer('code_stars'),
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
  },
  (t) => [
    index('papers_day_top').on(t.day, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    index('papers_week_top').on(t.week, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    index('papers_month_top').on(t.month, sql`${t.upvotes} desc`, sql`${t.comments} desc`, t.submittedAt, t.id),
    // The day is in it so that the condition on it is answered from the index, deep pages included.
    index('papers_heat')
      .on(sql`${t.heat} desc`, t.id, t.day)
      .where(sql`${t.day} is not null and ${t.heat} is not null`),
    index('papers_published').on(sql`${t.publishedAt} desc`, t.id),
    index('papers_submitter').on(t.submitterId, sql`${t.submittedAt} desc`),
    index('papers_submitter_name').on(t.submitterName, sql`${t.submittedAt} desc`),
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
