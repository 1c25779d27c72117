import { and, gte, lt } from 'drizzle-orm'
import { users } from '@/db/schema'

/** The form of a name under which it is claimed: once, whatever its case. */
export function nameKeyOf(name: string): string {
  return name.toLowerCase()
}

/**
 * People whose key begins so. As a range, because LIKE uses no index and takes _ for any character; names are ASCII,
 * so that '~' comes after all that a name can hold.
 */
export function nameBeginsWith(key: string) {
  return and(gte(users.nameKey, key), lt(users.nameKey, `${key}~`))
}
