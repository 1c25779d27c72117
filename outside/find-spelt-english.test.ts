import { beforeAll, expect, test, vi } from 'vitest'
import { importRows } from '@/db/import'
import { readRow } from '@/lib/import-row'
import { Lexicon } from '@/lib/lexicon'
import { searchAsked } from '@/lib/search-asked'
import { spellingInWords } from '@/lib/spelling-meant'
import { WordVectors } from '@/lib/word-vectors'
import { findSpelt } from '@/outside/find-spelt'

/* A model that knows some words of English. */
const english = ['rain', 'snow', 'britain', 'harvest']
vi.mock('@/outside/query-meaning', () => ({
  knownLexicon: () => new Lexicon(new WordVectors({ pieces: english, vectors: new Int8Array(32), dimensions: 8 })),
  readMeaning: async () => ({ meaning: null, isLate: false }),
}))

beforeAll(async () => {
  const titles = [
    'Lanterns in Rain',
    'Lanterns of the Brain',
    'Harvests of the Brain',
    'Harbours in Snow',
    'Harbours in Fog',
  ]
  const colours = Array.from({ length: 50 }, (_, i) => `Colours by Diffusion, Part ${i}`)
  const rows = [...titles, ...colours, 'Colours'].map((title, i) => {
    const id = `2606.${String(i).padStart(5, '0')}`
    const summary = title === 'Colours' ? 'By difusion.' : ''
    const paper = { id, title, summary, authors: [{ name: 'Mira Sol' }], publishedAt: '2026-06-01T00:00:00.000Z' }
    const row = readRow({ paper })
    if (!row.ok) throw new Error(JSON.stringify(row.issues))
    return row.row
  })
  await importRows(rows, Date.UTC(2026, 5, 2))
})

async function searched(q: string) {
  const { searched, spelling } = await findSpelt(searchAsked(new URLSearchParams({ q })), 20)
  return { searched: searched.q, says: spelling && spellingInWords(spelling) }
}

test('a word that no paper has is put right at once beside words that papers have', async () => {
  expect(await searched('lantrens rain')).toEqual({
    searched: 'lanterns rain',
    says: 'Nothing says “lantrens”. These are papers for “lanterns rain”.',
  })
  expect(await searched('lantrens and harbuors')).toMatchObject({
    searched: 'lanterns and harbours',
    says: 'Nothing says “lantrens” or “harbuors”. These are papers for “lanterns and harbours”.',
  })
})

test('a word of English is right, also where no paper has it', async () => {
  expect(await searched('britain')).toEqual({ searched: 'britain', says: null })
  expect(await searched('lantrens of britain')).toMatchObject({ searched: 'lanterns of britain' })
})

test('beside a word that nothing is like, what was meant is only offered', async () => {
  for (const q of ['lantrens xylophone', 'apprentissage lantrens']) {
    expect(await searched(q)).toEqual({ searched: q, says: `Did you mean: ${q.replace('lantrens', 'lanterns')}` })
  }
  // Too short to tell anything.
  expect(await searched('lantrens xyl')).toMatchObject({ searched: 'lanterns xyl' })
})

test('beside a short word, or one that a paper has, that may be wrong too, what was meant is only offered', async () => {
  expect(await searched('lantrens bran')).toEqual({ searched: 'lantrens bran', says: 'Did you mean: lanterns brain' })
  expect(await searched('lantrens by difusion')).toEqual({
    searched: 'lantrens by difusion',
    says: 'Did you mean: lanterns by diffusion',
  })
})

test('with two slips a word is put right at once only if it is long', async () => {
  expect(await searched('lanterns coolusr')).toEqual({
    searched: 'lanterns coolusr',
    says: 'Did you mean: lanterns colours',
  })
  expect(await searched('colours by difufsino')).toMatchObject({ searched: 'colours by diffusion' })
})
