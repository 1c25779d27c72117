import { setImmediate as breathe } from 'node:timers/promises'
import { asc, eq, gt, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { papers, searchPapers } from '@/db/schema'
import { Spellings } from '@/lib/spelling'

type Kept = { spellings: Spellings; seen: number }

/* The words of all titles and abstracts stay in memory, and each look reads on from the last. */
let kept: Promise<Kept> | null = null
let known: Spellings | null = null

// Of more papers than these the newest: they have the words of the field, and are read in two seconds.
const mostPapers = 20_000
// So many are read before others have their turn, within some 10 ms.
const batch = 50

/** How words are written, as far as papers were read; null before readSpellings() has read them once. */
export function knownSpellings(): Spellings | null {
  return known
}

/** How words are written in the papers that are here. The same for everybody. */
export async function readSpellings(): Promise<Spellings> {
  const next = kept ? kept.then(readOn) : beginning().then(readOn)
  kept = next
  // A read that failed is tried anew by the next one who asks.
  next.catch(() => {
    if (kept === next) kept = null
  })
  const { spellings } = await next
  known = spellings
  return spellings
}

/** The statement, for the test that reads its plan. */
export function writtenQuery(seen: number) {
  return db
    .select({ number: searchPapers.number, title: papers.title, abstract: papers.abstract })
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .where(gt(searchPapers.number, seen))
    .orderBy(asc(searchPapers.number))
    .limit(batch)
}

async function beginning(): Promise<Kept> {
  const [last] = await db.select({ number: max(searchPapers.number) }).from(searchPapers)
  return { spellings: new Spellings(), seen: (last?.number ?? 0) - mostPapers }
}

async function readOn({ spellings, seen }: Kept): Promise<Kept> {
  let last = seen
  for (;;) {
    const rows = await writtenQuery(last)
    for (const { number, title, abstract } of rows) {
      spellings.add(title, abstract ?? '')
      last = number
    }
    if (rows.length < batch) return { spellings, seen: last }
    await breathe()
  }
}
