import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { db, type Transaction, write } from '@/db/client'
import { askQuery, endAsks, noteAsk, pruneAsks } from '@/db/letter-asks'
import { subscriptions, users } from '@/db/schema'
import { newSecret } from '@/db/secrets'
import { env, feedClock } from '@/env'
import { hourLength } from '@/lib/hours'
import { firstLetterAt, nextLetterAt } from '@/lib/letter-choices'
import { issueAt } from '@/lib/letter-issue'
import { type ChoicesChange, type Chosen, withDefaults } from '@/lib/subscription-schema'
import { idOfToken, linkToken, secretFor, type TokenPurpose, tokenFits } from '@/lib/subscription-token'

/* Readers of the letter. An address counts once its owner has pressed the button behind the letter's link. */

type Row = typeof subscriptions.$inferSelect

/** A reader, as the pages behind their links show them. Times are ms since 1970. */
export type Reader = {
  id: string
  email: string
  state: Row['state']
  chosen: Chosen
  /** When they confirmed, or until then asked. */
  since: number
  /** Null unless active. */
  nextAt: number | null
}

const day = 24 * hourLength
const confirmLife = 3 * day
// So long a link in an old letter can say that it has been used; then the address is forgotten.
const leftKept = 90 * day
// A mailbox may be full for once; one that refuses for good three times in a row is gone.
const mostRefusals = 3

/** What came of asking for the letter, and so what is to be written to the address. */
export type Asked = { is: 'asked'; confirmToken: string } | { is: 'reader'; changeToken: string; leaveToken: string }

/**
 * Notes that somebody asked for the letter to this address (lower case). Who reads it already keeps their choices:
 * whoever asks has not shown that the address is theirs. Each mail's link confirms what that mail says, and is good until
 * the letter is confirmed or it runs out; who asks for the same twice gets the same link twice.
 */
export function subscribe(email: string, chosen: Chosen, now: number): Promise<Asked> {
  return write(async (tx) => {
    const known = await getRow(tx, eq(subscriptions.email, email))
    if (known?.state === 'active')
      return { is: 'reader', changeToken: tokenOf(known, 'change'), leaveToken: tokenOf(known, 'leave') }
    const confirmExpiresAt = now + confirmLife
    const row = known ?? newcomer(email, now)
    if (known) await tx.update(subscriptions).set({ confirmExpiresAt }).where(eq(subscriptions.id, known.id))
    else await tx.insert(subscriptions).values({ ...row, ...chosen, confirmExpiresAt })
    const askId = await noteAsk(tx, { subscriptionId: row.id, choices: chosen, expiresAt: confirmExpiresAt })
    return { is: 'asked', confirmToken: linkToken(askId, row.secret, 'confirm') }
  })
}

/** Who would read the letter if this link were confirmed; null when it was used, has run out or never was. */
export async function getReaderToConfirm(confirmToken: string, now: number): Promise<Reader | null> {
  const row = await findToConfirm(db, confirmToken, now)
  return row && readerOf(row)
}

/**
 * Uses the link up: the letter goes out, first at the reader's next chosen hour.
 * @returns the reader and the token by which they change their choices
 */
export function confirmSubscription(
  confirmToken: string,
  now: number,
): Promise<{ reader: Reader; changeToken: string } | null> {
  return write(async (tx) => {
    const row = await findToConfirm(tx, confirmToken, now)
    if (!row) return null
    const active = await activate(tx, row, chosenOf(row), now)
    return { reader: readerOf(active), changeToken: tokenOf(active, 'change') }
  })
}

/**
 * Whose link this is; null when it is not for this purpose, or, unless it is for leaving, of a time before the reader
 * left and came back.
 */
export async function getReaderByToken(token: string, purpose: TokenPurpose): Promise<Reader | null> {
  const row = await findByToken(db, token, purpose)
  return row && readerOf(row)
}

/** Sends no more letters. To leave twice is to have left. @returns the reader; null when the link is not good */
export function leaveByToken(token: string, now: number): Promise<Reader | null> {
  return write(async (tx) => {
    const row = await findByToken(tx, token, 'leave')
    return row && readerOf(await leave(tx, row, now))
  })
}

/** Changes what a reader chose. @returns the reader, unchanged unless active; null when the link is not good */
export function changeByToken(token: string, change: ChoicesChange, now: number): Promise<Reader | null> {
  return write(async (tx) => {
    const row = await findByToken(tx, token, 'change')
    return row && readerOf(row.state === 'active' ? await choose(tx, row, change, now) : row)
  })
}

/** The reader at this address (lower case); null when nobody confirmed or asked. */
export async function getReaderByEmail(email: string): Promise<Reader | null> {
  const row = await getRow(db, eq(subscriptions.email, email))
  return row && readerOf(row)
}

/**
 * A member's own choice for the address that their account has confirmed, which is all the proof there need be.
 * @param change what they name; null for no letter
 * @returns the reader, or null when the account has no address or there is nothing to end
 */
export function chooseForMember(userId: string, change: ChoicesChange | null, now: number): Promise<Reader | null> {
  return write(async (tx) => {
    const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
    if (!person?.email) return null
    const row = await getRow(tx, eq(subscriptions.email, person.email))
    if (!change) return row && readerOf(await leave(tx, row, now))
    if (row?.state === 'active') return readerOf(await choose(tx, row, change, now))
    const chosen = withDefaults(change, env.FEED_TIMEZONE)
    if (row) return readerOf(await activate(tx, row, chosen, now))
    const values = { ...newcomer(person.email, now), ...chosen }
    const [made] = await tx.insert(subscriptions).values(values).returning()
    return made ? readerOf(await activate(tx, made, chosen, now)) : null
  })
}

type Move = { userId: string; from: string | null; to: string }

/**
 * The letter follows a person to an address that their account has just confirmed. Where a letter goes there already,
 * that one stays as it is.
 * @param from the address that the account had before
 */
export async function moveReader(tx: Transaction, { userId, from, to }: Move): Promise<void> {
  const there = await getRow(tx, eq(subscriptions.email, to))
  const old = from === null || from === to ? null : await getRow(tx, eq(subscriptions.email, from))
  const moves = old?.state === 'active' && there?.state !== 'active'
  const ends = moves ? there : old
  if (ends) await tx.delete(subscriptions).where(eq(subscriptions.id, ends.id))
  if (moves) await update(tx, old.id, { email: to, userId })
  else if (there) await update(tx, there.id, { userId })
}

/** Forgets a person's address and with it the letter, when they take it from their account or leave. */
export async function forgetReader(tx: Transaction, { id, email }: { id: string; email: string | null }) {
  await tx.delete(subscriptions).where(ownedBy({ id, email }))
}

/** What is kept of a person's letter, for them to take along; without the secret that its links are made of. */
export async function exportReader({ id, email }: { id: string; email: string | null }) {
  const row = await getRow(db, ownedBy({ id, email }))
  if (!row) return null
  const { state, createdAt, confirmedAt, leftAt, nextAt } = row
  return { email: row.email, state, ...chosenOf(row), createdAt, confirmedAt, leftAt, nextAt }
}

/** Counts a mail that the address refused for good. The third in a row suspends it. @returns whether it is suspended */
export async function noteRefusal(tx: Transaction, id: string): Promise<boolean> {
  const row = await getRow(tx, eq(subscriptions.id, id))
  if (!row) return false
  const refusals = row.refusals + 1
  const isOver = refusals >= mostRefusals && row.state === 'active'
  const ended = isOver ? ({ state: 'refused', nextAt: null } as const) : {}
  await tx
    .update(subscriptions)
    .set({ refusals, ...ended })
    .where(eq(subscriptions.id, id))
  return isOver
}

/** A mail was taken: refusals before it no longer count. */
export async function forgiveRefusals(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(subscriptions)
    .set({ refusals: 0 })
    .where(and(eq(subscriptions.id, id), gt(subscriptions.refusals, 0)))
}

/** Forgets addresses that nobody confirmed in time, and those that left long ago. */
export async function pruneSubscriptions(now: number): Promise<number> {
  const unconfirmed = and(eq(subscriptions.state, 'pending'), lt(subscriptions.confirmExpiresAt, now))
  // Who left long ago may have asked again yesterday.
  const asksNoMore = or(isNull(subscriptions.confirmExpiresAt), lt(subscriptions.confirmExpiresAt, now))
  const longGone = and(eq(subscriptions.state, 'left'), lt(subscriptions.leftAt, now - leftKept), asksNoMore)
  return write(async (tx) => {
    await pruneAsks(tx, now)
    return (await tx.delete(subscriptions).where(or(unconfirmed, longGone))).rowsAffected
  })
}

/** The links in a letter made for an earlier stay end with a new secret, but for the one that leaves. */
async function activate(tx: Transaction, { id, email, ...before }: Row, chosen: Chosen, now: number): Promise<Row> {
  const [owner] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  await endAsks(tx, id)
  return update(tx, id, {
    ...chosen,
    state: 'active',
    userId: owner?.id ?? null,
    secret: newSecret(),
    leaveSecret: before.confirmedAt === null ? null : (before.leaveSecret ?? before.secret),
    confirmExpiresAt: null,
    confirmedAt: now,
    leftAt: null,
    nextAt: firstLetterAt(chosen, now),
    refusals: 0,
  })
}

/** Links that were asked for and not yet confirmed end as well. */
async function leave(tx: Transaction, { id, leftAt }: Row, now: number): Promise<Row> {
  await endAsks(tx, id)
  return update(tx, id, { state: 'left', leftAt: leftAt ?? now, nextAt: null, confirmExpiresAt: null })
}

/**
 * The next letter keeps its time unless that is what changes: one that is late is still to come. Where
 * the hour chosen is over for the issue that is due, that one comes at the hour before, and is not left out.
 */
function choose(tx: Transaction, row: Row, change: ChoicesChange, now: number): Promise<Row> {
  const before = chosenOf(row)
  const after: Chosen = { ...before, ...withoutUndefined(change) }
  const sameTime = (['frequency', 'hour', 'timezone'] as const).every((name) => before[name] === after[name])
  return update(tx, row.id, { ...after, ...(sameTime ? {} : { nextAt: movedLetterAt(row, after, now) }) })
}

function movedLetterAt({ frequency, nextAt }: Row, after: Chosen, now: number): number {
  const next = nextLetterAt(after, now, feedClock)
  if (after.frequency !== frequency || nextAt === null) return next
  const [due, wouldBe, current] = [nextAt, next, now].map((at) => issueAt(frequency, at, feedClock))
  return due === current && wouldBe !== current ? nextAt : next
}

async function update(tx: Transaction, id: string, values: Partial<Row>): Promise<Row> {
  const [row] = await tx.update(subscriptions).set(values).where(eq(subscriptions.id, id)).returning()
  if (!row) throw new Error('A subscription that was read in this transaction is gone.')
  return row
}

async function findByToken(from: typeof db | Transaction, token: string, purpose: TokenPurpose): Promise<Row | null> {
  const id = idOfToken(token)
  const row = id === null ? null : await getRow(from, eq(subscriptions.id, id))
  return row && tokenFits(token, { id: row.id, secret: secretFor(row, purpose) }, purpose) ? row : null
}

/** With the choices that the link was sent with. */
async function findToConfirm(from: typeof db | Transaction, token: string, now: number): Promise<Row | null> {
  const [found] = await askQuery(from, idOfToken(token) ?? '', now)
  if (!found || !tokenFits(token, { id: found.ask.id, secret: found.row.secret }, 'confirm')) return null
  return { ...found.row, ...found.ask.choices }
}

async function getRow(from: typeof db | Transaction, where: ReturnType<typeof and>): Promise<Row | null> {
  const [row] = await from.select().from(subscriptions).where(where)
  return row ?? null
}

function ownedBy({ id, email }: { id: string; email: string | null }) {
  return or(eq(subscriptions.userId, id), email === null ? undefined : eq(subscriptions.email, email))
}

function newcomer(email: string, now: number) {
  return { id: newSecret(), email, state: 'pending', secret: newSecret(), leaveSecret: null, createdAt: now } as const
}

function tokenOf(row: Pick<Row, 'id' | 'secret' | 'leaveSecret'>, purpose: TokenPurpose): string {
  return linkToken(row.id, secretFor(row, purpose), purpose)
}

function readerOf(row: Row): Reader {
  const { id, email, state, nextAt, confirmedAt, createdAt } = row
  return { id, email, state, chosen: chosenOf(row), since: confirmedAt ?? createdAt, nextAt }
}

function chosenOf(row: Row): Chosen {
  const { frequency, hour, timezone, papers, minUpvotes, categories, keywords, authors } = row
  return { frequency, hour, timezone, papers, minUpvotes, categories, keywords, authors }
}

function withoutUndefined(change: ChoicesChange): ChoicesChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
