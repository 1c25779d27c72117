import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '@/db/client'
import { confirmEmail, createConfirmToken, removeEmail } from '@/db/emails'
import { subscriptions } from '@/db/schema'
import {
  changeByToken,
  chooseForMember,
  confirmSubscription,
  forgiveRefusals,
  getReaderByEmail,
  getReaderByToken,
  getReaderToConfirm,
  leaveByToken,
  noteRefusal,
  pruneSubscriptions,
  subscribe,
} from '@/db/subscriptions'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'
import { withDefaults } from '@/lib/subscription-schema'
import { linkToken, secretFor, type TokenPurpose } from '@/lib/subscription-token'

const now = Date.UTC(2026, 5, 2, 9) // a Tuesday, 11:00 in Berlin
const hour = 3_600_000
const day = 24 * hour
const berlin = withDefaults({}, 'Europe/Berlin')

let count = 0
let address = ''
beforeEach(() => {
  address = `reader-${++count}@lab.edu`
})

async function ask(chosen = berlin, at = now): Promise<string> {
  const asked = await subscribe(address, chosen, at)
  if (asked.is !== 'asked') throw new Error(`${address} is a reader already.`)
  return asked.confirmToken
}

async function join(chosen = berlin, at = now): Promise<string> {
  await confirmSubscription(await ask(chosen, at), at)
  return tokenTo('change')
}

/** As it stands in the letters that go out now. */
async function tokenTo(purpose: TokenPurpose): Promise<string> {
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.email, address))
  return row ? linkToken(row.id, secretFor(row, purpose), purpose) : ''
}

async function member(name: string, email: string | null) {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  const { userId } = authorityOf(made.viewer)
  if (email) await confirmEmail(await createConfirmToken(userId, email, now), userId, now)
  return userId
}

test('an address that was only given gets no letter', async () => {
  const token = await ask()
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'pending', nextAt: null })
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.email, address))
  expect(JSON.stringify(row)).not.toContain(token)
})

test('a link confirms once, and the first letter comes at the next chosen hour', async () => {
  const token = await ask({ ...berlin, frequency: 'weekly', hour: 12 })
  expect(await getReaderToConfirm(token, now)).toMatchObject({ email: address, state: 'pending' })
  const confirmed = await confirmSubscription(token, now)
  expect(confirmed?.reader).toMatchObject({ state: 'active', nextAt: now + hour })
  expect(await getReaderByToken(confirmed?.changeToken ?? '', 'change')).toMatchObject({ email: address })
  expect(await confirmSubscription(token, now)).toBeNull()
  expect(await getReaderToConfirm(token, now)).toBeNull()
})

test('a link runs out after three days, and the address is then forgotten', async () => {
  const token = await ask()
  expect(await confirmSubscription(token, now + 3 * day)).toBeNull()
  await pruneSubscriptions(now + 3 * day)
  expect(await getReaderByEmail(address)).not.toBeNull()
  await pruneSubscriptions(now + 3 * day + 1)
  expect(await getReaderByEmail(address)).toBeNull()
})

test('who asks twice may confirm by either mail, once, and gets what that mail said', async () => {
  const [small, large] = [
    { ...berlin, papers: 5 },
    { ...berlin, papers: 30 },
  ]
  const first = await ask(small)
  const second = await ask(large, now + day)
  expect((await getReaderToConfirm(first, now + day))?.chosen.papers).toBe(5)
  expect((await getReaderToConfirm(second, now + day))?.chosen.papers).toBe(30)
  expect(await getReaderToConfirm(first, now + 3 * day)).toBeNull()
  expect(await getReaderToConfirm(second, now + 4 * day)).toBeNull()
  expect((await confirmSubscription(first, now + day))?.reader.chosen.papers).toBe(5)
  expect(await confirmSubscription(second, now + day)).toBeNull()
  await leaveByToken(await tokenTo('leave'), now)
  await ask(large)
  for (const used of [first, second]) expect(await confirmSubscription(used, now)).toBeNull()
})

test('who asks for the same twice has one link, which runs out with the latest', async () => {
  const first = await ask()
  expect(await ask(berlin, now + day)).toBe(first)
  expect(await getReaderToConfirm(first, now + 3 * day)).not.toBeNull()
  await pruneSubscriptions(now + 3 * day)
  expect(await confirmSubscription(first, now + 3 * day)).not.toBeNull()
})

test('a link to confirm is good for nothing else, and no other link confirms', async () => {
  const token = await ask()
  for (const purpose of ['change', 'leave'] as const) expect(await getReaderByToken(token, purpose)).toBeNull()
  for (const wrong of [await tokenTo('confirm'), await tokenTo('change'), `${token.slice(0, -2)}xx`, 'nonsense'])
    expect(await getReaderToConfirm(wrong, now)).toBeNull()
})

test('whoever asks for a letter that somebody reads changes nothing', async () => {
  const change = await join({ ...berlin, keywords: ['warmup'] })
  const before = await getReaderByEmail(address)
  expect(await subscribe(address, { ...berlin, keywords: ['spam'] }, now)).toEqual({
    is: 'reader',
    changeToken: change,
    leaveToken: await tokenTo('leave'),
  })
  expect(await getReaderByEmail(address)).toEqual(before)
})

test('a link leaves for good, twice is once, and a link of another purpose does not', async () => {
  await join()
  for (const wrong of [await tokenTo('change'), 'nonsense', `${(await tokenTo('leave')).slice(0, -2)}xx`]) {
    expect(await leaveByToken(wrong, now)).toBeNull()
  }
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active' })
  const token = await tokenTo('leave')
  expect(await leaveByToken(token, now)).toMatchObject({ state: 'left', nextAt: null })
  expect(await leaveByToken(token, now + day)).toMatchObject({ state: 'left' })
})

test('who left stays away until they confirm anew, and then changes nothing by a link from before', async () => {
  const change = await join()
  const leave = await tokenTo('leave')
  await leaveByToken(leave, now)
  const token = await ask({ ...berlin, papers: 3 })
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left', nextAt: null })
  expect((await confirmSubscription(token, now))?.reader).toMatchObject({ state: 'active', chosen: { papers: 3 } })
  expect(await changeByToken(change, { papers: 9 }, now)).toBeNull()
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active', chosen: { papers: 3 } })
})

test('who came back, however often, leaves by a letter of any stay', async () => {
  await join()
  const letters = [await tokenTo('leave')]
  for (let stays = 1; stays < 3; stays++) {
    await leaveByToken(await tokenTo('leave'), now)
    await join()
    letters.push(await tokenTo('leave'))
  }
  for (const letter of letters) {
    expect(await leaveByToken(letter, now)).toMatchObject({ email: address, state: 'left' })
    await join()
  }
})

test('leaving ends a link that was asked for before', async () => {
  await join()
  await leaveByToken(await tokenTo('leave'), now)
  const token = await ask()
  await chooseForMember(await member('mira', address), null, now)
  expect(await confirmSubscription(token, now)).toBeNull()
})

test('a change keeps what is not named, and the hour of the next letter unless that is what changes', async () => {
  const change = await join({ ...berlin, keywords: ['warmup'] })
  const due = Date.UTC(2026, 5, 3, 5)
  const late = due + hour // the letter is late: it is still to come
  expect(await changeByToken(change, { papers: 5, keywords: [] }, late)).toMatchObject({
    nextAt: due,
    chosen: { papers: 5, keywords: [], hour: 7, timezone: 'Europe/Berlin' },
  })
  expect(await changeByToken(change, { hour: 20, papers: undefined }, now)).toMatchObject({
    nextAt: Date.UTC(2026, 5, 2, 18),
    chosen: { papers: 5, hour: 20 },
  })
  expect(await changeByToken(change, { frequency: 'weekly', hour: 7 }, now)).toMatchObject({
    nextAt: Date.UTC(2026, 5, 8, 5),
  })
  expect(await changeByToken(await tokenTo('leave'), { papers: 1 }, now)).toBeNull()
})

test.each([
  ['daily', Date.UTC(2026, 5, 2, 5)],
  ['weekly', Date.UTC(2026, 5, 1, 5)],
] as const)(
  'whoever moves a %s letter to an hour that is over gets the one that is due all the same',
  async (frequency, due) => {
    const change = await join({ ...berlin, frequency }, due - day)
    expect(await getReaderByEmail(address)).toMatchObject({ nextAt: due })
    const before = due - hour / 2
    expect(await changeByToken(change, { hour: 6 }, before)).toMatchObject({ nextAt: due, chosen: { hour: 6 } })
    expect(await changeByToken(change, { hour: 8 }, before)).toMatchObject({ nextAt: due + hour })
  },
)

test('who left changes nothing by an old link', async () => {
  const change = await join()
  await leaveByToken(await tokenTo('leave'), now)
  expect(await changeByToken(change, { papers: 1 }, now)).toMatchObject({ state: 'left', chosen: { papers: 10 } })
})

test('three refusals in a row suspend an address, and it may ask again', async () => {
  await join()
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.email, address))
  const id = row?.id ?? ''
  const refuse = () => write((tx) => noteRefusal(tx, id))
  expect([await refuse(), await refuse()]).toEqual([false, false])
  await write((tx) => forgiveRefusals(tx, id))
  expect([await refuse(), await refuse(), await refuse()]).toEqual([false, false, true])
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'refused', nextAt: null })
  await join()
  expect([await refuse(), await refuse()]).toEqual([false, false])
})

test('a member chooses without a letter, as their address is confirmed, and may choose none', async () => {
  const tove = await member('tove', address)
  expect(await chooseForMember(tove, null, now)).toBeNull()
  expect(await chooseForMember(tove, berlin, now)).toMatchObject({ state: 'active', nextAt: Date.UTC(2026, 5, 3, 5) })
  expect(await chooseForMember(tove, { ...berlin, papers: 4 }, now)).toMatchObject({ chosen: { papers: 4 } })
  expect(await chooseForMember(tove, null, now)).toMatchObject({ state: 'left' })
  expect(await chooseForMember(tove, berlin, now)).toMatchObject({ state: 'active' })
  expect(await chooseForMember(await member('ida', null), berlin, now)).toBeNull()
})

test('the letter follows to a new address, and where one goes already, that one stays', async () => {
  const pilar = await member('pilar', address)
  await chooseForMember(pilar, { ...berlin, papers: 7 }, now)
  const [old, next] = [address, `new-${address}`]
  await confirmEmail(await createConfirmToken(pilar, next, now), pilar, now)
  expect(await getReaderByEmail(old)).toBeNull()
  expect(await getReaderByEmail(next)).toMatchObject({ state: 'active', chosen: { papers: 7 } })

  address = `other-${address}`
  await join({ ...berlin, papers: 2 })
  await confirmEmail(await createConfirmToken(pilar, address, now), pilar, now)
  expect(await getReaderByEmail(next)).toBeNull()
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'active', chosen: { papers: 2 } })

  await removeEmail(pilar)
  expect(await getReaderByEmail(address)).toBeNull()
})

test('an address that left is forgotten in the end', async () => {
  await join()
  await leaveByToken(await tokenTo('leave'), now)
  await pruneSubscriptions(now + 90 * day)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left' })
  await ask(berlin, now + 91 * day)
  await pruneSubscriptions(now + 92 * day)
  expect(await getReaderByEmail(address)).toMatchObject({ state: 'left' })
  await pruneSubscriptions(now + 95 * day)
  expect(await getReaderByEmail(address)).toBeNull()
})
