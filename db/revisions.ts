import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { revisions } from '@/db/schema'
import type { PaperRevision } from '@/db/types'

/** What versions of a paper changed since it is here, the newest first. */
export async function listRevisions(paperId: string): Promise<PaperRevision[]> {
  return revisionsQuery(paperId)
}

/** The statement, for the test that reads its plan. */
export function revisionsQuery(paperId: string) {
  return db
    .select({ version: revisions.version, at: revisions.at, changed: revisions.changed, before: revisions.before })
    .from(revisions)
    .where(eq(revisions.paperId, paperId))
    .orderBy(desc(revisions.version))
}
