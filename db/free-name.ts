import type { Transaction } from '@/db/client'
import { nameBeginsWith, nameKeyOf } from '@/db/name-keys'
import { users } from '@/db/schema'

/** A name made of what another site or an address calls somebody: 2 to 40 letters, digits, - and _. */
export function nameFrom(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '')
  return plain.length >= 2 ? plain : `reader${plain}`
}

/** The name, or with the first number behind it that nobody has: mira, mira-2, mira-3. */
export async function freeName(tx: Transaction, name: string): Promise<string> {
  const key = nameKeyOf(name)
  const rows = await tx.select({ nameKey: users.nameKey }).from(users).where(nameBeginsWith(key))
  const taken = new Set(rows.map((row) => row.nameKey))
  let number = 1
  while (taken.has(number === 1 ? key : `${key}-${number}`)) number++
  return number === 1 ? name : `${name}-${number}`
}
