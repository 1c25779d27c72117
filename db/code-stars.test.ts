import { expect, test } from 'vitest'
import { keepStars } from '@/db/code-stars'
import { importRows } from '@/db/import'
import { lastJournalId, listJournalSince } from '@/db/journal'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 2, 9)

test('stars that changed are told with the day of their paper, others not at all', async () => {
  const paper = {
    id: '2606.00001',
    title: 'Heat',
    authors: [{ name: 'Mira Sol' }],
    publishedAt: '2026-05-01',
    upvotes: 0,
  }
  const read = readRow({ day: '2026-06-01', numComments: 0, paper })
  if (!read.ok) throw new Error('No row')
  await importRows([read.row], now)
  const before = await lastJournalId()
  await keepStars({ id: '2606.00001', codeUrl: 'https://github.com/mira/heat', codeStars: null }, 12, now)
  await keepStars({ id: '2606.00001', codeUrl: 'https://github.com/mira/heat', codeStars: 12 }, 12, now)
  await keepStars({ id: '2606.00001', codeUrl: 'https://github.com/mira/heat', codeStars: 12 }, null, now)
  await keepStars({ id: '2606.99999', codeUrl: 'https://github.com/mira/gone', codeStars: 12 }, 3, now)
  expect(await listJournalSince(before, 10)).toMatchObject([
    { kind: 'revised', paperId: '2606.00001', day: '2026-06-01', data: { changed: ['stars'] } },
  ])
})
