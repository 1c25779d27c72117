import { eq } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { facts } from '@/db/schema'

/** The last day of a category whose papers are all here; null before the first. */
export async function getHarvestPlace(category: string): Promise<string | null> {
  const [fact] = await db
    .select()
    .from(facts)
    .where(eq(facts.name, nameOf(category)))
  return fact?.value ?? null
}

export async function keepHarvestPlace(category: string, day: string): Promise<void> {
  const value = { name: nameOf(category), value: day }
  await write((tx) =>
    tx
      .insert(facts)
      .values(value)
      .onConflictDoUpdate({ target: facts.name, set: { value: value.value } }),
  )
}

function nameOf(category: string): string {
  return `harvest ${category}`
}
