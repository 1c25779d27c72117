import { desc, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { nameBeginsWith, nameKeyOf } from '@/db/name-keys'
import { users } from '@/db/schema'
import type { Role } from '@/db/types'
import type { AdminId } from '@/lib/authority'

/** A person in an admin's list. */
export type PersonLine = { name: string; fullName: string | null; role: Role; isSample: boolean; createdAt: number }

/** People whose name begins so, newest first; without a name, whoever is a moderator or an admin. */
export async function listPeople(_by: AdminId, name: string | null, limit = 50): Promise<PersonLine[]> {
  return peopleQuery(name, limit)
}

/** The statement, for the test that reads its plan. */
export function peopleQuery(name: string | null, limit: number) {
  const key = nameKeyOf(name ?? '')
  return db
    .select({
      name: users.name,
      fullName: users.fullName,
      role: users.role,
      isSample: users.isSample,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(key ? nameBeginsWith(key) : inArray(users.role, ['moderator', 'admin']))
    .orderBy(desc(users.createdAt))
    .limit(limit)
}
