import { expect, test } from 'vitest'
import { adapter } from '@/auth/adapter'
import { createUser, getUserByName } from '@/db/users'

const now = Date.UTC(2026, 5, 2, 9)

test('Mira comes from another site, gets a free name, and is known when she comes again', async () => {
  await createUser({ name: 'mira' }, now)
  const newcomer = { id: '77', name: 'mira', email: 'mira@lab.edu', emailVerified: null }
  const made = await adapter.createUser?.(newcomer)
  expect(made?.name).toBe('mira-2')
  const account = { type: 'oauth', provider: 'github', providerAccountId: '77', access_token: 'secret' } as const
  await adapter.linkAccount?.({ ...account, userId: made?.id ?? '' })

  const again = await adapter.getUserByAccount?.({ provider: 'github', providerAccountId: '77' })
  expect(again?.id).toBe(made?.id)
  expect(await adapter.getUserByAccount?.({ provider: 'google', providerAccountId: '77' })).toBeNull()
  expect((await adapter.getUserByEmail?.('mira@lab.edu'))?.id).toBe(made?.id)
  expect((await getUserByName('mira-2'))?.passwordHash).toBeNull()
})
