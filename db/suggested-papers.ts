import { inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers } from '@/db/schema'
import { suggestTitles } from '@/db/search-titles'
import type { SuggestedPaper } from '@/db/types'
import { paperTyped } from '@/lib/paper-typed'

/** Papers offered while somebody types: by their titles, or the one whose id or address was pasted. */
export async function suggestPapers(typed: string, most = 8): Promise<SuggestedPaper[]> {
  const asked = paperTyped(typed)
  const ids = asked ? [asked] : (await suggestTitles(typed, most)).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: papers.id, title: papers.title, upvotes: papers.upvotes, publishedAt: papers.publishedAt })
    .from(papers)
    .where(inArray(papers.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
