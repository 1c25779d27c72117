import { setImmediate as breathe } from 'node:timers/promises'
import { count, eq, sql } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { forgetName } from '@/db/deliveries'
import { dropEmailTokens } from '@/db/emails'
import { dropFollowsOf, exportFollows } from '@/db/follows'
import { append } from '@/db/journal'
import { dropListsOf, exportLists } from '@/db/lists'
import { exportSearches } from '@/db/saved-searches'
import { accounts, comments, journal, papers, sessions, tokens, users, votes } from '@/db/schema'
import { exportReader, forgetReader } from '@/db/subscriptions'
import { withdrawVoteIn } from '@/db/votes'
import { exportWebhooks } from '@/db/webhooks'
import type { UserId } from '@/lib/authority'

type Gone = { ok: true } | { ok: false; error: string }

// Votes taken back in one transaction: others who write wait for no more than these.
const batch = 100

/**
 * All that the site keeps of a person, for them to take along. Without what only proves who they are: hashes of
 * password and tokens, ids of sessions. Times are ms since 1970.
 */
export async function exportPerson(userId: UserId) {
  const [person] = await db.select().from(users).where(eq(users.id, userId))
  if (!person) return null
  const { passwordHash, nameKey, emailVerified, ...profile } = person
  return {
    profile: { ...profile, hasPassword: passwordHash !== null, emailVerified: emailVerified?.getTime() ?? null },
    ...(await waysIn(userId)),
    letter: await exportReader(person),
    papers: await db
      .select({ id: papers.id, title: papers.title, day: papers.day, submittedAt: papers.submittedAt })
      .from(papers)
      .where(eq(papers.submitterId, userId)),
    votes: await db.select({ paper: votes.paperId, at: votes.at }).from(votes).where(eq(votes.userId, userId)),
    comments: await db
      .select({
        id: comments.id,
        paper: comments.paperId,
        replyTo: comments.parentId,
        body: comments.body,
        createdAt: comments.createdAt,
        editedAt: comments.editedAt,
        deletedAt: comments.deletedAt,
        hiddenAt: comments.hiddenAt,
        hiddenReason: comments.hiddenReason,
      })
      .from(comments)
      .where(eq(comments.authorId, userId))
      .orderBy(comments.createdAt),
    follows: await exportFollows(userId),
    lists: await exportLists(userId),
    searches: await exportSearches(userId),
    webhooks: await exportWebhooks(userId),
    journal: await db
      .select({ at: journal.at, kind: journal.kind, paper: journal.paperId, data: journal.data })
      .from(journal)
      .where(eq(journal.userId, userId))
      .orderBy(journal.id),
  }
}

/**
 * Removes a person with all their ways in. Their votes are taken back one by one, as if they had done it; comments
 * and papers keep their places without a name. The last admin stays: nobody could make another.
 */
export async function deletePerson(userId: UserId, now: number): Promise<Gone> {
  for (;;) {
    const gone = await write((tx) => leaveBy(tx, userId, now))
    if (gone) return gone
    await breathe()
  }
}

/** One step: some votes, and with the last of them the person. @returns null while there are more votes */
async function leaveBy(tx: Transaction, userId: UserId, now: number): Promise<Gone | null> {
  const [person] = await tx.select().from(users).where(eq(users.id, userId))
  if (!person) return { ok: false, error: 'That account is not there any more.' }
  if (person.role === 'admin') {
    const [admins] = await tx.select({ n: count() }).from(users).where(eq(users.role, 'admin'))
    if (admins?.n === 1) return { ok: false, error: 'You are the only admin: make another one first.' }
  }
  const some = await tx.select({ paperId: votes.paperId }).from(votes).where(eq(votes.userId, userId)).limit(batch)
  for (const { paperId } of some) await withdrawVoteIn(tx, userId, paperId, now)
  if (some.length === batch) return null

  await dropEmailTokens(tx, person)
  await forgetReader(tx, person)
  await dropFollowsOf(tx, { kind: 'member', value: person.name })
  await dropListsOf(tx, userId)
  await forgetName(tx, person.name)
  await tx.delete(users).where(eq(users.id, userId)) // accounts, sessions, tokens, links and follows go with it
  await forgetInJournal(tx, userId)
  // Nameless: the row only says that pages which showed them are to be made anew.
  await append(tx, { at: now, kind: 'person', paperId: null, day: null, userId: null, data: null })
  return { ok: true }
}

/** Reads the whole journal: people seldom leave, and an index for it would cost every vote. */
async function forgetInJournal(tx: Transaction, userId: UserId) {
  const nameless = sql`case when ${journal.kind} = 'person' then null else ${journal.data} end`
  await tx.update(journal).set({ userId: null, data: nameless }).where(eq(journal.userId, userId))
}

async function waysIn(userId: UserId) {
  return {
    accounts: await db
      .select({ provider: accounts.provider, id: accounts.providerAccountId })
      .from(accounts)
      .where(eq(accounts.userId, userId)),
    sessions: await db
      .select({
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .where(eq(sessions.userId, userId)),
    tokens: await db
      .select({
        label: tokens.label,
        scope: tokens.scope,
        createdAt: tokens.createdAt,
        lastUsedAt: tokens.lastUsedAt,
      })
      .from(tokens)
      .where(eq(tokens.userId, userId)),
  }
}
