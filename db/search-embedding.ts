import { and, count, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { papers, searchGists, searchPapers, searchParts } from '@/db/schema'

/** A paper that is to be embedded, as it reads now. */
export type ToEmbed = { number: number; revision: number; title: string; abstract: string | null }

/** What came of it: the vectors of what textsToEmbed() says, in its order; none where it cannot be embedded. */
export type Embedded = { number: number; revision: number; vectors: readonly Int8Array[] }

/** Papers that this model has not embedded as they read now, those that came last first. */
export async function listToEmbed(model: string, most: number): Promise<ToEmbed[]> {
  await forgetOtherModels(model)
  return toEmbedQuery(most)
}

/** How many papers wait to be embedded. */
export async function countToEmbed(model: string): Promise<number> {
  await forgetOtherModels(model)
  const [row] = await db.select({ n: count() }).from(searchPapers).where(isNull(searchPapers.embeddedBy))
  return row?.n ?? 0
}

/** The statement, for the test that reads its plan. */
export function toEmbedQuery(most: number) {
  return db
    .select({
      number: searchPapers.number,
      revision: searchPapers.revision,
      title: papers.title,
      abstract: papers.abstract,
    })
    .from(searchPapers)
    .innerJoin(papers, eq(papers.id, searchPapers.paperId))
    .where(isNull(searchPapers.embeddedBy))
    .orderBy(desc(searchPapers.number))
    .limit(most)
}

/**
 * Keeps what papers mean, in one transaction. One that was revised or removed meanwhile keeps nothing, and waits on.
 * @returns how many were kept
 */
export function keepEmbedded(model: string, embedded: readonly Embedded[]): Promise<number> {
  return write(async (tx) => {
    let kept = 0
    for (const { number, revision, vectors } of embedded) {
      const isSame = and(eq(searchPapers.number, number), eq(searchPapers.revision, revision))
      const marked = await tx
        .update(searchPapers)
        .set({ embeddedBy: model })
        .where(isSame)
        .returning({ number: searchPapers.number })
      if (marked.length === 0) continue
      kept++
      await tx.delete(searchGists).where(eq(searchGists.number, number))
      // By what all of its text means a paper is found: by its title, where it has no other.
      const gist = vectors[1] ?? vectors[0]
      if (!gist) {
        await tx.delete(searchParts).where(eq(searchParts.number, number))
        continue
      }
      const parts = Buffer.concat(vectors.map((vector) => Buffer.from(vector)))
      await tx.insert(searchGists).values({ number, model, vector: Buffer.from(gist) })
      await tx
        .insert(searchParts)
        .values({ number, vectors: parts })
        .onConflictDoUpdate({ target: searchParts.number, set: { vectors: parts } })
    }
    return kept
  })
}

async function forgetOtherModels(model: string): Promise<void> {
  const isOther = and(isNotNull(searchPapers.embeddedBy), ne(searchPapers.embeddedBy, model))
  const [other] = await db.select({ number: searchPapers.number }).from(searchPapers).where(isOther).limit(1)
  if (other) await write((tx) => tx.update(searchPapers).set({ embeddedBy: null }).where(isOther))
}
