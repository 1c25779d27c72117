import { expect, test } from 'vitest'
import { importRows } from '@/db/import'
import { listIdsPublishedIn, listPublishedMonths } from '@/db/sitemap'
import { readRow } from '@/lib/import-row'

function row(id: string, date: string) {
  const read = readRow({ id, title: id, abstract: 'Of it.', authors: ['Ida'], categories: ['cs.LG'], date })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

test('an empty site has no months', async () => {
  expect(await listPublishedMonths()).toEqual([])
})

test('months with papers come newest first, and empty ones are left out', async () => {
  await fill()
  expect(await listPublishedMonths()).toEqual(['2026-06', '2025-12', '1998-09'])
})

test('a month has its papers from its first day to its last', async () => {
  expect(await listIdsPublishedIn('2026-06')).toEqual(['2606.00002', '2606.00001'])
  expect(await listIdsPublishedIn('2025-12')).toEqual(['2512.00001'])
  expect(await listIdsPublishedIn('2026-01')).toEqual([])
})

async function fill() {
  await importRows(
    [
      row('2606.00001', '2026-06-01'),
      row('2606.00002', '2026-06-30'),
      row('2512.00001', '2025-12-31'),
      row('cs/9809007', '1998-09-01'),
    ],
    Date.UTC(2026, 6, 1),
  )
}
