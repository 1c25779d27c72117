import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt } from 'drizzle-orm'
import { db } from '@/db/client'
import { searchGists } from '@/db/schema'
import { VectorShelf } from '@/lib/nearest'

type Kept = { model: string; seen: number; shelf: VectorShelf | null }

/* To read 100,000 vectors takes a second: they stay in memory, and each look reads on from the last. */
let kept: Promise<Kept> | null = null

/** What papers mean by this model, as far as they are embedded; null while none is. The same for everybody. */
export async function readGists(model: string): Promise<VectorShelf | null> {
  const next = (kept ?? Promise.resolve(empty(model))).then((known) =>
    readOn(known.model === model ? known : empty(model)),
  )
  kept = next
  // A read that failed is tried anew by the next one who asks.
  next.catch(() => {
    if (kept === next) kept = null
  })
  return (await next).shelf
}

/** The statement, for the test that reads its plan. */
export function gistsQuery(model: string, seen: number) {
  return db
    .select({ id: searchGists.id, number: searchGists.number, vector: searchGists.vector })
    .from(searchGists)
    .where(and(gt(searchGists.id, seen), eq(searchGists.model, model)))
    .orderBy(asc(searchGists.id))
    .limit(batch)
}

// So many are read before others have their turn.
const batch = 1_000

function empty(model: string): Kept {
  return { model, seen: 0, shelf: null }
}

async function readOn(known: Kept): Promise<Kept> {
  for (;;) {
    const rows = await gistsQuery(known.model, known.seen)
    for (const { id, number, vector } of rows) {
      known.shelf ??= new VectorShelf(vector.length)
      known.shelf.put(number, bytesOf(vector))
      known.seen = id
    }
    if (rows.length < batch) return known
    await breathe()
  }
}

/** A blob as the signed bytes that it was written from. */
export function bytesOf(blob: Buffer): Int8Array {
  return new Int8Array(blob.buffer, blob.byteOffset, blob.length)
}
