import { DrizzleAdapter } from '@auth/drizzle-adapter'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { createUserFromElsewhere, type Newcomer } from '@/db/accounts'
import { db, write } from '@/db/client'
import { accounts, users, verificationTokens } from '@/db/schema'

const tables = { usersTable: users, accountsTable: accounts, verificationTokensTable: verificationTokens }

/**
 * next-auth's reads and writes of people and their accounts elsewhere. Two differ from the stock adapter: a newcomer
 * needs a name of their own, and a write waits its turn in the one queue.
 */
export const adapter: Adapter = {
  ...DrizzleAdapter(db, tables),
  async createUser(user: AdapterUser & Newcomer) {
    const { id, name } = await createUserFromElsewhere(user, Date.now())
    return { ...user, id, name }
  },
  async linkAccount({ userId, type, provider, providerAccountId }) {
    // Their tokens are for asking who somebody is, once: none is kept.
    await write((tx) => tx.insert(accounts).values({ userId, type, provider, providerAccountId }))
  },
  // Names here are a person's own: what the other site says later changes nothing.
  async updateUser(user) {
    return user as AdapterUser // next-auth passes back the row that it has just read, with its changes
  },
}
