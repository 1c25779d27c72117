import { count, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers } from '@/db/schema'
import { asksForCategory, categoryNotes } from '@/lib/search-notes'
import type { SearchNote, SearchQuery } from '@/lib/search-query'

/** Why a search finds little, where that is because of what the papers here lack. */
export async function listLackNotes(query: SearchQuery): Promise<SearchNote[]> {
  if (!asksForCategory(query)) return []
  const [without] = await withoutCategoryQuery()
  // All are counted one by one, which is worth it only then.
  if (!without || without.papers === 0) return []
  const [all] = await db.select({ papers: count() }).from(papers)
  return categoryNotes(without.papers, all?.papers ?? 0)
}

/** The statement, for the test that reads its plan. */
export function withoutCategoryQuery() {
  return db.select({ papers: count() }).from(papers).where(sql`${papers.categories} = '[]'`)
}
