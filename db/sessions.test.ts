import { expect, test } from 'vitest'
import { createLink } from '@/db/one-time-links'
import { hashPassword, passwordFits, recoverPassword, updatePassword } from '@/db/passwords'
import {
  endOwnSession,
  endSessions,
  getSessionViewer,
  listSessions,
  pruneSessions,
  sessionLife,
  startSession,
} from '@/db/sessions'
import { createToken, getTokenViewer, listTokens, revokeToken } from '@/db/tokens'
import { createUser, getUserByName } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.UTC(2026, 5, 2, 9)
const hour = 3_600_000

async function join(name: string, password?: string) {
  const passwordHash = password ? await hashPassword(password) : null
  const made = await createUser({ name, passwordHash }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

test('Mira is signed in on two machines and ends one from the other', async () => {
  const mira = await join('mira')
  const desk = await startSession(mira, 'Firefox', now)
  const phone = await startSession(mira, null, now + hour)
  expect(await getSessionViewer(desk, now)).toEqual({ id: mira, name: 'mira', role: 'member' })
  expect((await listSessions(mira, now)).map(({ id }) => id)).toEqual([phone, desk])
  await endOwnSession(mira, desk)
  expect(await getSessionViewer(desk, now)).toBeNull()
  expect(await getSessionViewer(phone, now)).not.toBeNull()
})

test('nobody ends somebody else’s session', async () => {
  const [tove, eve] = [await join('tove'), await join('eve')]
  const session = await startSession(tove, null, now)
  await endOwnSession(eve, session)
  expect(await getSessionViewer(session, now)).not.toBeNull()
})

test('a session lives on while it is used, and ends when it is not', async () => {
  const noor = await join('noor')
  const session = await startSession(noor, null, now)
  const later = now + sessionLife - hour
  expect(await getSessionViewer(session, later)).not.toBeNull()
  expect(await getSessionViewer(session, later + sessionLife - hour)).not.toBeNull()
  expect(await getSessionViewer(session, later + 3 * sessionLife)).toBeNull()
  await pruneSessions(later + 3 * sessionLife)
  expect(await listSessions(noor, now)).toEqual([])
})

test('signing out everywhere ends all of them', async () => {
  const pilar = await join('pilar')
  const sessions = [await startSession(pilar, null, now), await startSession(pilar, null, now)]
  await endSessions(pilar)
  for (const session of sessions) expect(await getSessionViewer(session, now)).toBeNull()
})

test('a new password ends the sessions that began with the old one, but not this one', async () => {
  const dana = await join('dana', 'the old password')
  const [here, elsewhere] = [await startSession(dana, null, now), await startSession(dana, null, now)]
  await updatePassword(dana, await hashPassword('the new password'), here)
  expect(await getSessionViewer(here, now)).not.toBeNull()
  expect(await getSessionViewer(elsewhere, now)).toBeNull()
  const account = await getUserByName('dana')
  expect(await passwordFits(account?.passwordHash ?? null, 'the old password')).toBe(false)
  expect(await passwordFits(account?.passwordHash ?? null, 'the new password')).toBe(true)
})

test('a recovered password works once, and ends sessions and tokens', async () => {
  const rashid = await join('rashid', 'long forgotten')
  const session = await startSession(rashid, null, now)
  const { token } = await createToken(rashid, { label: 'old laptop', scope: 'write' }, now)
  const link = await createLink('recover', rashid, now)
  expect(await recoverPassword(link, await hashPassword('a new beginning'), now)).toBe('rashid')
  expect(await recoverPassword(link, await hashPassword('a second use'), now)).toBeNull()
  expect(await getSessionViewer(session, now)).toBeNull()
  expect(await getTokenViewer(token, now)).toBeNull()
  const account = await getUserByName('rashid')
  expect(await passwordFits(account?.passwordHash ?? null, 'a new beginning')).toBe(true)
})

test('nobody without a password gets in with any, and it takes as long to say so', async () => {
  const hash = await hashPassword('ten characters')
  const time = async (kept: string | null) => {
    const start = performance.now()
    expect(await passwordFits(kept, 'something else')).toBe(false)
    return performance.now() - start
  }
  // The quickest of several, as whatever else runs on this machine only ever makes one slower.
  const quickest = async (kept: string | null) => Math.min(await time(kept), await time(kept), await time(kept))
  expect(await quickest(null)).toBeGreaterThan((await quickest(hash)) / 4)
})

test('a token is shown once, kept as a hash, and says what it may', async () => {
  const q9 = await join('q9')
  const { id, token } = await createToken(q9, { label: 'notebook', scope: 'read' }, now)
  expect(token).toMatch(/^dp_[\w-]{32}$/)
  expect(JSON.stringify(await listTokens(q9))).not.toContain(token)
  const viewer = { id: q9, name: 'q9', role: 'member' }
  expect(await getTokenViewer(token, now)).toEqual({ viewer, scope: 'read', label: 'notebook' })
  expect(await getTokenViewer(`${token}x`, now)).toBeNull()
  expect(await getTokenViewer('', now)).toBeNull()

  const eve = await getUserByName('eve')
  if (!eve) throw new Error('Eve is not there.')
  expect(await revokeToken(authorityOf(eve).userId, id)).toBe(false)
  expect(await revokeToken(q9, id)).toBe(true)
  expect(await getTokenViewer(token, now)).toBeNull()
})

test('the last use of a token is noted once a minute', async () => {
  const lee = await join('lee')
  const { token } = await createToken(lee, { label: 'bot', scope: 'write' }, now)
  const used = async (at: number) => {
    await getTokenViewer(token, at)
    return (await listTokens(lee))[0]?.lastUsedAt
  }
  expect(await used(now)).toBe(now)
  expect(await used(now + 59_000)).toBe(now)
  expect(await used(now + 61_000)).toBe(now + 61_000)
})
