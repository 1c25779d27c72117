import { expect, test } from 'vitest'
import { importRows } from '@/db/import'
import { readRow } from '@/lib/import-row'
import { searchAsked } from '@/lib/search-asked'
import { spellingInWords } from '@/lib/spelling-meant'
import { findSpelt } from '@/outside/find-spelt'

let made = 0
async function put(title: string, abstract: string, name = 'Mira Sol'): Promise<void> {
  made++
  const id = `2606.${String(made).padStart(5, '0')}`
  const paper = { id, title, summary: abstract, authors: [{ name }], publishedAt: '2026-06-01T00:00:00.000Z' }
  const row = readRow({ paper })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], Date.UTC(2026, 5, 2))
}

async function search(q: string, more: Record<string, string> = {}) {
  const { found, searched, spelling } = await findSpelt(searchAsked(new URLSearchParams({ q, ...more })), 20)
  return { total: found.total, searched: searched.q, says: spelling && spellingInWords(spelling) }
}

test('what words were meant to be is told, and searched where nothing has them', async () => {
  for (const title of ['Lanterns in Rain', 'Lanterns in Snow', 'Harbours at Night']) {
    await put(title, `We count lanterns: ${title}.`)
  }
  expect(await search('lanterns')).toEqual({ total: 3, searched: 'lanterns', says: null })
  expect(await search('lantrens snow')).toEqual({
    total: 1,
    searched: 'lantrens snow',
    says: 'Did you mean: lanterns snow',
  })
  expect(await search('Lantrens?')).toEqual({
    total: 3,
    searched: 'Lanterns?',
    says: 'Nothing says “Lantrens”. These are papers for “Lanterns?”.',
  })
  expect(await search('lantrens', { verbatim: '1' })).toEqual({
    total: 0,
    searched: 'lantrens',
    says: 'Did you mean: lanterns',
  })
  expect(await search('lantrens', { votes: '9' })).toEqual({
    total: 0,
    searched: 'lantrens',
    says: 'Did you mean: lanterns',
  })
  expect(await search('lantrens OR lanters -rain')).toMatchObject({ total: 2, searched: 'lanterns OR lanterns -rain' })
})

test('for a short word another is only offered', async () => {
  for (const title of ['A Kiln in Rain', 'A Kiln in Snow']) await put(title, 'Of clay.')
  expect(await search('kilm')).toEqual({ total: 0, searched: 'kilm', says: 'Did you mean: kiln' })
})

test('of words that are equally near, one is meant that papers have beside the rest of the query', async () => {
  for (const what of ['Barges', 'Barges at Night']) await put(`A Mover of ${what}`, '')
  for (const what of ['Chess', 'Checkers', 'Tides']) await put(`Moves of ${what}`, '')
  expect((await search('movex')).says).toContain('“moves”')
  expect((await search('movex of barges')).says).toBe('Did you mean: mover of barges')
  expect((await search('movex of chess')).says).toBe('Did you mean: moves of chess')
  // Nothing has either beside this one: the more frequent is meant.
  expect((await search('movex of chess and barges')).says).toBe('Did you mean: moves of chess and barges')
})

test('a paper that comes is read by the next search', async () => {
  expect(await search('umbrelas')).toMatchObject({ total: 0, says: null })
  for (const title of ['Umbrellas in Rain', 'Umbrellas in Wind']) await put(title, 'We hold umbrellas.')
  expect(await search('umbrelas')).toMatchObject({ total: 2, searched: 'umbrellas' })
})

test('names of papers and of authors, quoted words and operators stay as they are typed', async () => {
  await put('LAN-TERNA: One Light', 'We name it.', 'Ada Lanterne')
  for (const q of ['lanterna', 'lanterne', 'Lanterne', '"lantrens"', 'title:lantrens', 'author:lantrens', '-lantrens'])
    expect((await search(q)).says, q).toBeNull()
})
