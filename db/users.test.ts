import { expect, test } from 'vitest'
import { dropAccount } from '@/db/accounts'
import { claimAdmin, hasAdmin } from '@/db/first-admin'
import { listModerationLog } from '@/db/moderation'
import { createLink, getLink } from '@/db/one-time-links'
import { createUser, getProfile, getUserByName, setRole } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.UTC(2026, 5, 2, 9)
const day = 86_400_000

test('Mira takes a name; nobody else gets it in any case', async () => {
  expect(await createUser({ name: 'Mira' }, now)).toMatchObject({ ok: true, viewer: { name: 'Mira', role: 'member' } })
  expect(await createUser({ name: 'mIRA' }, now)).toEqual({ ok: false, error: 'name taken' })
  expect((await getUserByName('MIRA'))?.name).toBe('Mira')
})

test('of twenty who ask for one name at once, one gets it', async () => {
  const asked = Array.from({ length: 20 }, (_, n) => createUser({ name: n % 2 ? 'Tove' : 'tove' }, now))
  const made = await Promise.all(asked)
  expect(made.filter(({ ok }) => ok)).toHaveLength(1)
})

test('Mira’s page counts what she did', async () => {
  expect(await getProfile('mira')).toMatchObject({
    name: 'Mira',
    role: 'member',
    votesPublic: true,
    counts: { papers: 0, votes: 0, comments: 0 },
  })
  expect(await getProfile('nobody')).toBeNull()
})

test('an invitation lets one person in, and a taken name does not use it up', async () => {
  const invite = await createLink('invite', null, now)
  expect(await createUser({ name: 'mira', invite }, now)).toEqual({ ok: false, error: 'name taken' })
  expect(await createUser({ name: 'Rashid', invite }, now + 15 * day)).toEqual({
    ok: false,
    error: 'invitation not valid',
  })
  expect(await createUser({ name: 'Rashid', invite }, now)).toMatchObject({ ok: true })
  expect(await createUser({ name: 'Pilar', invite }, now)).toEqual({ ok: false, error: 'invitation not valid' })
  expect(await getUserByName('Pilar')).toBeNull()
})

test('two open the first-admin link at once, and one becomes it', async () => {
  const token = await createLink('admin', null, now)
  expect(await hasAdmin()).toBe(false)
  expect(await claimAdmin('made-up-token-of-somebody', { name: 'Eve' }, now)).toEqual({
    ok: false,
    error: 'link not valid',
  })
  expect(await getUserByName('Eve')).toBeNull()
  expect(await claimAdmin(token, { name: 'mira' }, now)).toEqual({ ok: false, error: 'name taken' })

  const tove = await getUserByName('tove')
  if (!tove) throw new Error('Tove is not there.')
  const claims = await Promise.all([
    claimAdmin(token, authorityOf(tove).userId, now),
    claimAdmin(token, { name: 'Dana' }, now),
  ])
  expect(claims.map(({ ok }) => ok)).toEqual([true, false])
  expect((await getUserByName('tove'))?.role).toBe('admin')
  expect(await getUserByName('Dana')).toBeNull()
  expect(await hasAdmin()).toBe(true)
})

test('once there is an admin, another link makes none', async () => {
  const token = await createLink('admin', null, now)
  expect(await claimAdmin(token, { name: 'Eve' }, now)).toEqual({ ok: false, error: 'link not valid' })
})

test('a link works until it is used or runs out, and looking at it uses nothing', async () => {
  const token = await createLink('recover', null, now)
  for (let look = 0; look < 3; look++) expect(await getLink({ purpose: 'recover', token }, now)).not.toBeNull()
  expect(await getLink({ purpose: 'invite', token }, now)).toBeNull()
  expect(await getLink({ purpose: 'recover', token }, now + day)).toBeNull()
})

test('the last admin stays one', async () => {
  expect(await setRole(null, 'tove', 'member', now)).toMatchObject({
    ok: false,
    error: expect.stringContaining('only admin'),
  })
  expect(await setRole(null, 'mira', 'admin', now)).toEqual({ ok: true })
  expect(await setRole(null, 'tove', 'moderator', now)).toEqual({ ok: true })
  expect((await getUserByName('tove'))?.role).toBe('moderator')
  expect(await setRole(null, 'nobody', 'admin', now)).toMatchObject({ ok: false })
})

test('the log tells who was made what by whom, and nothing of what somebody was already', async () => {
  const mira = await getUserByName('mira')
  if (!mira) throw new Error('Mira is not there.')
  await setRole(authorityOf(mira).adminId, 'tove', 'member', now + 1)
  await setRole(authorityOf(mira).adminId, 'Tove', 'member', now + 2)
  const { lines } = await listModerationLog({ before: null, limit: 3 })
  expect(lines).toMatchObject([
    { kind: 'role', by: 'Mira', at: now + 1, role: { name: 'tove', role: 'member' }, reason: null },
    { kind: 'role', by: null, role: { name: 'tove', role: 'moderator' }, reason: 'on the command line' },
    { kind: 'role', by: null, role: { name: 'Mira', role: 'admin' } },
  ])
})

test('the last way in cannot be taken away', async () => {
  const rashid = await getUserByName('rashid')
  if (!rashid) throw new Error('Rashid is not there.')
  expect(await dropAccount(authorityOf(rashid).userId, 'github')).toBe(false)
})
