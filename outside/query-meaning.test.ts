import { expect, test, vi } from 'vitest'
import { importRows } from '@/db/import'
import { keepEmbedded, listToEmbed } from '@/db/search-embedding'
import { readRow } from '@/lib/import-row'
import { quantised } from '@/lib/search-vectors'
import { embeddingModel } from '@/outside/embed'
import { readMeaning } from '@/outside/query-meaning'

/* The server that embeds is not there: nobody listens at this address. */
vi.hoisted(() => vi.stubEnv('EMBED_URL', 'http://127.0.0.1:9/v1/embeddings'))

test('without what embeds queries words alone answer, and whoever runs the site reads why, once', async () => {
  const authors = [{ name: 'Mira Sol' }]
  const row = readRow({ paper: { id: '2606.00001', title: 'Boats', authors, publishedAt: '2026-06-01T00:00:00.000Z' } })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], Date.UTC(2026, 5, 2))
  const waiting = await listToEmbed(embeddingModel, 10)
  await keepEmbedded(
    embeddingModel,
    waiting.map(({ number, revision }) => ({ number, revision, vectors: [quantised([1, 2, 3])] })),
  )
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  for (const text of ['boats', 'ships', 'sails']) {
    expect(await readMeaning(text, 30_000)).toEqual({ meaning: null, isLate: true })
  }
  expect(warned).toHaveBeenCalledOnce()
  expect(warned.mock.calls[0]?.[0]).toMatch(/words alone are searched: .*EMBED_URL/)
})
