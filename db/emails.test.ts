import { expect, test } from 'vitest'
import { createUserFromElsewhere } from '@/db/accounts'
import {
  confirmEmail,
  createConfirmToken,
  createSignInToken,
  getEmailOfToken,
  removeEmail,
  signInByEmail,
} from '@/db/emails'
import { nameFrom } from '@/db/free-name'
import { createUser, getUserByEmail } from '@/db/users'
import { authorityOf } from '@/lib/authority'

const now = Date.UTC(2026, 5, 2, 9)
const hour = 3_600_000

async function join(name: string) {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer).userId
}

test('an address counts once its letter is answered, and only for who gave it', async () => {
  const [mira, eve] = [await join('mira'), await join('eve')]
  const token = await createConfirmToken(mira, 'mira@lab.edu', now)
  expect(await getUserByEmail('mira@lab.edu')).toBeNull()
  expect(await getEmailOfToken(token, now)).toBe('mira@lab.edu')
  expect(await confirmEmail(token, eve, now)).toBeNull()
  expect(await confirmEmail(token, mira, now)).toBe('mira@lab.edu')
  expect(await confirmEmail(token, mira, now)).toBeNull()
  expect((await getUserByEmail('Mira@Lab.edu'))?.name).toBe('mira')
})

test('an address belongs to one person', async () => {
  const eve = (await getUserByEmail('mira@lab.edu')) && (await join('eve-2'))
  if (!eve) throw new Error('Mira’s address is not kept.')
  const token = await createConfirmToken(eve, 'mira@lab.edu', now)
  expect(await confirmEmail(token, eve, now)).toBeNull()
})

test('a letter signs in once, and a confirmation does not sign in', async () => {
  const token = await createSignInToken('mira@lab.edu', now)
  expect(await signInByEmail(token, { mayJoin: false }, now + 2 * hour)).toBeNull()
  expect(await signInByEmail(token, { mayJoin: false }, now)).toMatchObject({ name: 'mira' })
  expect(await signInByEmail(token, { mayJoin: false }, now)).toBeNull()
  const mira = await getUserByEmail('mira@lab.edu')
  if (!mira) throw new Error('Mira’s address is not kept.')
  const confirm = await createConfirmToken(authorityOf(mira).userId, 'else@lab.edu', now)
  expect(await signInByEmail(confirm, { mayJoin: true }, now)).toBeNull()
})

test('somebody new joins by letter where that is open, under the first free name', async () => {
  const closed = await createSignInToken('mira@elsewhere.org', now)
  expect(await signInByEmail(closed, { mayJoin: false }, now)).toBeNull()
  const open = await createSignInToken('mira@elsewhere.org', now)
  expect(await signInByEmail(open, { mayJoin: true }, now)).toMatchObject({ name: 'mira-2' })
})

test('an address that is taken away recovers nothing', async () => {
  const mira = await getUserByEmail('mira@lab.edu')
  if (!mira) throw new Error('Mira’s address is not kept.')
  await removeEmail(authorityOf(mira).userId)
  expect(await getUserByEmail('mira@lab.edu')).toBeNull()
})

test('whoever comes from another site gets a name of their own', async () => {
  const names = []
  for (const name of ['Mira', 'Søren Kierkegaard', '李明', null, 'a.b.c', 'x'.repeat(80)]) {
    names.push((await createUserFromElsewhere({ name }, now)).name)
  }
  expect(names).toEqual(['Mira-3', 'S-ren-Kierkegaard', 'reader', 'reader-2', 'a-b-c', 'x'.repeat(36)])
})

test.each(['Mira', '-', '', '🦊🦊', '--a--', 'José_9'])('%j becomes a name that fits', (text) => {
  expect(nameFrom(text)).toMatch(/^[A-Za-z0-9_-]{2,40}$/)
})
