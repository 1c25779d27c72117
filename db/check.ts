import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** A paper whose stored total is not what its rows add up to. */
export type WrongCounter = { paperId: string; counter: 'upvotes' | 'comments' | 'hours'; stored: number; rows: number }

/**
 * Compares every stored total with the rows it stands for: votes and comments of this site plus what was carried
 * over, and the votes by the hour with all votes. Reads everything: for tests and for doubts, not for pages.
 */
export function checkCounters(): Promise<WrongCounter[]> {
  return db.all<WrongCounter>(sql`
    with counted as (
      select
        id, upvotes, comments,
        carried_upvotes + (select count(*) from votes where paper_id = papers.id) as vote_rows,
        carried_comments + (select count(*) from comments where paper_id = papers.id and deleted_at is null and hidden_at is null) as comment_rows,
        (select coalesce(sum(votes), 0) from vote_hours where paper_id = papers.id) as hour_rows
      from papers
    )
    select id as paperId, 'upvotes' as counter, upvotes as stored, vote_rows as rows from counted where upvotes <> vote_rows
    union all
    select id, 'comments', comments, comment_rows from counted where comments <> comment_rows
    union all
    select id, 'hours', upvotes, hour_rows from counted where upvotes <> hour_rows`)
}
