import { expect, test } from 'vitest'
import { importRows } from '@/db/import'
import { listLackNotes } from '@/db/search-notes'
import { readRow } from '@/lib/import-row'
import { readSearch } from '@/lib/search-query'

async function put(id: string, categories: string[]): Promise<void> {
  const row = readRow({ id, title: 'Lanterns', authors: ['Mira Sol'], date: '2026-06-01T00:00:00.000Z', categories })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], Date.UTC(2026, 5, 2))
}

const notes = async (q: string) => (await listLackNotes(readSearch(q))).map(({ says }) => says)

test('a search by category says how many papers have none, as soon as one has', async () => {
  await put('2606.00001', ['cs.LG'])
  expect(await notes('lanterns cat:cs.LG')).toEqual([])
  await put('2606.00002', [])
  expect(await notes('lanterns cat:cs.LG')).toEqual([
    '1 of 2 papers have no category yet: a search by category leaves them out.',
  ])
  expect(await notes('lanterns')).toEqual([])
})
