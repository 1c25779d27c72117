import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWordsIn, readSearch, type SearchQuery, spanOf, withConditions, wordsOf } from '@/lib/search-query'

const bare = { words: [], text: '', required: [], excluded: [], notes: [] } satisfies SearchQuery

test('plain words are for ranking, and none of them must be there', () => {
  expect(readSearch('  sparse  attention-free models ')).toEqual({
    ...bare,
    words: ['sparse', 'attention', 'free', 'models'],
    text: 'sparse attention-free models',
  })
})

test('a phrase must be there, word for word', () => {
  const { required, words, text } = readSearch('video "world models"')
  expect(required).toEqual([[{ kind: 'words', place: 'anywhere', words: ['world', 'models'], isPhrase: true }]])
  expect(words).toEqual(['video', 'world', 'models'])
  expect(text).toBe('video world models')
})

test('what a minus stands before is left out', () => {
  expect(readSearch('agents -robot -"web page" -cat:cs.RO -state-of-the-art')).toEqual({
    ...bare,
    words: ['agents'],
    text: 'agents',
    excluded: [
      { kind: 'words', place: 'anywhere', words: ['robot'], isPhrase: false },
      { kind: 'words', place: 'anywhere', words: ['web', 'page'], isPhrase: true },
      { kind: 'category', value: 'cs.RO' },
      { kind: 'words', place: 'anywhere', words: ['state', 'of', 'the', 'art'], isPhrase: true },
    ],
  })
})

test('a dash within a word, or alone, excludes nothing', () => {
  expect(readSearch('GPT-4 - 2024').excluded).toEqual([])
})

test('each operator is a condition', () => {
  const clause = (text: string) => readSearch(text).required[0]?.[0]
  expect(clause('title:diffusion')).toEqual({ kind: 'words', place: 'title', words: ['diffusion'], isPhrase: false })
  expect(clause('title:"score matching"')).toMatchObject({ words: ['score', 'matching'], isPhrase: true })
  expect(readSearch('title:diffusion').words).toEqual(['diffusion'])
  expect(clause('author:"Ada Lovelace"')).toMatchObject({ place: 'author', words: ['Ada', 'Lovelace'], isPhrase: true })
  expect(clause('AUTHOR: lovelace')).toMatchObject({ place: 'author', words: ['lovelace'] })
  expect(clause('cat:cs.LG')).toEqual({ kind: 'category', value: 'cs.LG' })
  expect(clause('from:2026-01')).toEqual({ kind: 'from', at: Date.UTC(2026, 0) })
  expect(clause('until:2026-01')).toEqual({ kind: 'until', at: Date.UTC(2026, 1) })
  expect(clause('until:2026-12-31')).toEqual({ kind: 'until', at: Date.UTC(2027, 0) })
  expect(clause('until:2025')).toEqual({ kind: 'until', at: Date.UTC(2026, 0) })
  expect(clause('by:mira')).toEqual({ kind: 'by', name: 'mira' })
  expect(clause('by:@Mira')).toEqual({ kind: 'by', name: 'Mira' })
  expect(clause('has:code')).toEqual({ kind: 'code' })
})

test('votes are asked for by more, less and exactly', () => {
  const votes = (text: string) => readSearch(text).required[0]?.[0]
  const most = Number.MAX_SAFE_INTEGER
  expect(votes('votes:>20')).toEqual({ kind: 'votes', least: 21, most })
  expect(votes('votes:>=20')).toEqual({ kind: 'votes', least: 20, most })
  expect(votes('votes:20')).toEqual({ kind: 'votes', least: 20, most })
  expect(votes('votes:20+')).toEqual({ kind: 'votes', least: 20, most })
  expect(votes('votes:<20')).toEqual({ kind: 'votes', least: 0, most: 19 })
  expect(votes('votes:<=20')).toEqual({ kind: 'votes', least: 0, most: 20 })
  expect(votes('votes:=20')).toEqual({ kind: 'votes', least: 20, most: 20 })
})

test('of what OR joins, one must be there', () => {
  const { required, words } = readSearch('planning cat:cs.AI OR cat:cs.RO OR "robot arm"')
  expect(words).toEqual(['planning', 'robot', 'arm'])
  expect(required).toEqual([
    [
      { kind: 'category', value: 'cs.AI' },
      { kind: 'category', value: 'cs.RO' },
      { kind: 'words', place: 'anywhere', words: ['robot', 'arm'], isPhrase: true },
    ],
  ])
  expect(readSearch('cats OR dogs').required).toEqual([
    [
      { kind: 'words', place: 'anywhere', words: ['cats'], isPhrase: false },
      { kind: 'words', place: 'anywhere', words: ['dogs'], isPhrase: false },
    ],
  ])
  expect(readSearch('cats or dogs').required).toEqual([])
})

test('an OR without two things beside it is left out, and said so', () => {
  for (const text of ['OR', 'OR cats', 'cats OR', 'cats OR OR dogs', 'cats OR -dogs']) {
    expect(readSearch(text).notes, text).not.toEqual([])
  }
})

test('what an operator cannot read is searched as words, and a note says so', () => {
  expect(readSearch('votes:many')).toEqual({
    ...bare,
    words: ['many'],
    text: 'many',
    notes: [{ typed: 'votes:many', says: 'votes: wants a number, as in votes:>20. Searched instead: “many”.' }],
  })
  expect(readSearch('from:2026-13').notes).toHaveLength(1)
  expect(readSearch('until:soon').notes).toHaveLength(1)
  expect(readSearch('cat:12').notes).toHaveLength(1)
  expect(readSearch('votes:<0').notes).toHaveLength(1)
  expect(readSearch('has:video').words).toEqual(['video'])
  expect(readSearch('title:').notes[0]?.says).toMatch(/left out/)
  expect(readSearch('-votes:x').excluded).toEqual([{ kind: 'words', place: 'anywhere', words: ['x'], isPhrase: false }])
})

test('an operator that there is not is words', () => {
  const { words, notes } = readSearch('Qwen3:technical arXiv:x')
  expect(words).toEqual(['Qwen3', 'technical', 'arXiv', 'x'])
  expect(notes).toEqual([])
})

test('an open quotation mark is closed at the end', () => {
  const { required, notes } = readSearch('"world models')
  expect(required).toEqual([[{ kind: 'words', place: 'anywhere', words: ['world', 'models'], isPhrase: true }]])
  expect(notes).toHaveLength(1)
  expect(readSearch('what is "').notes).toEqual([])
})

test('so much is read and no more', () => {
  const long = readSearch('a '.repeat(5_000))
  expect(long.words).toHaveLength(250)
  expect(long.notes).toHaveLength(1)
  const many = readSearch('"a" '.repeat(100))
  expect(many.required).toHaveLength(24)
  expect(many.notes).toHaveLength(1)
})

test('any text is read, and what comes out is words that the index could hold', () => {
  const sign = fc.constantFrom('"', '-', ':', 'OR', ' ', '*', '(', 'NEAR', '🙂', 'title:', 'votes:>', 'é', '\0', '“')
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(sign).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const { words, required, excluded } = readSearch(typed)
      expect(words.flatMap(wordsOf)).toEqual(words)
      for (const clause of [...required.flat(), ...excluded]) {
        if (clause.kind === 'words') expect(clause.words.length).toBeGreaterThan(0)
      }
      expect(required.every((group) => group.length > 0)).toBe(true)
    }),
  )
})

test('conditions beside the box are added to those within', () => {
  const query = withConditions(readSearch('cat:cs.AI agents'), [{ kind: 'code' }])
  expect(query.required).toEqual([[{ kind: 'category', value: 'cs.AI' }], [{ kind: 'code' }]])
})

test('a span is a year, a month or a day that there is', () => {
  expect(spanOf('2024-02')).toEqual({ from: Date.UTC(2024, 1), until: Date.UTC(2024, 2) })
  expect(spanOf('2024-02-29')).toEqual({ from: Date.UTC(2024, 1, 29), until: Date.UTC(2024, 2) })
  for (const none of ['2025-02-29', '24', '2024-1', '']) expect(spanOf(none)).toBeNull()
})

test('plain words are told with where they stand, and all else is left out', () => {
  const typed = 'Rain, "not this" self-aware -nor title:that gpt4 OR a/b.c v2 (kites)'
  const words = plainWordsIn(typed)
  expect(words.map(({ word }) => word)).toEqual(['Rain', 'self', 'aware', 'kites'])
  for (const { word, at } of words) expect(typed.slice(at, at + word.length)).toBe(word)
})
