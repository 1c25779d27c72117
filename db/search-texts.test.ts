import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { searchPapers as entries, papers } from '@/db/schema'
import { listCandidates } from '@/db/search-texts'
import { Lexicon } from '@/lib/lexicon'
import { WordVectors } from '@/lib/word-vectors'

const lexicon = new Lexicon(new WordVectors({ pieces: [], dimensions: 32, vectors: new Int8Array(0) }))

async function shareOf(word: string): Promise<number | undefined> {
  const numbers = (await db.select({ number: entries.number }).from(entries)).map(({ number }) => number)
  const shareOf = lexicon.shareReader([{ word, weight: 1 }])
  return (await listCandidates(numbers, lexicon, shareOf))[0]?.share
}

test('ranking knows a changed title, abstract or list of authors at once', async () => {
  const rest = { authors: [{ name: 'Ada Quill' }], authorCount: 1, categories: [], keywords: [], mediaUrls: [] }
  const times = { publishedAt: 1, createdAt: 1 }
  await db.insert(papers).values({ id: '2606.00001', title: 'Kites', abstract: 'We fly.', ...rest, ...times })
  const changes: [string, Partial<typeof papers.$inferInsert>][] = [
    ['gliders', { title: 'Gliders' }],
    ['soar', { abstract: 'We soar.' }],
    ['lind', { authors: [{ name: 'Ada Quill' }, { name: 'Bo Lind' }] }],
  ]
  for (const [word, change] of changes) {
    expect(await shareOf(word), word).toBe(0)
    await db.update(papers).set(change)
    expect(await shareOf(word), word).toBe(1)
  }
})
