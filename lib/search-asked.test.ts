import { describe, expect, test } from 'vitest'
import { chosenFilters, noFilters, searchAsked, searchInWords, searchPath } from '@/lib/search-asked'

describe('what an address asks for', () => {
  test('the box, each filter, the order and the page', () => {
    const asked = read(
      'q=+sparse++attention&from=2026-01&until=2026&cat=cs.LG&author=Ada+Quill&votes=3&code=1&sort=date&p=2',
    )
    expect(asked).toMatchObject({
      q: 'sparse attention',
      filters: { from: '2026-01', until: '2026', category: 'cs.LG', author: 'Ada Quill', votes: 3, hasCode: true },
      sort: 'date',
      page: 2,
      faults: {},
      isEmpty: false,
    })
    expect(asked.query.words).toEqual(['sparse', 'attention'])
    expect(asked.query.required).toEqual([
      [{ kind: 'from', at: Date.UTC(2026, 0) }],
      [{ kind: 'until', at: Date.UTC(2027, 0) }],
      [{ kind: 'category', value: 'cs.LG' }],
      [{ kind: 'words', place: 'author', words: ['Ada', 'Quill'], isPhrase: true }],
      [{ kind: 'votes', least: 3, most: Number.MAX_SAFE_INTEGER }],
      [{ kind: 'code' }],
    ])
  })

  test('nothing asks for nothing: no parameters, empty ones, signs alone, no upvotes at least', () => {
    for (const address of ['', 'q=&from=&until=&cat=&author=&votes=&code=&sort=&p=', 'q=%22%21%22', 'votes=0&code=0']) {
      const { isEmpty, faults, sort, page } = read(address)
      expect({ isEmpty, faults, sort, page }).toEqual({ isEmpty: true, faults: {}, sort: 'relevance', page: 1 })
    }
    expect(read('cat=cs.LG').isEmpty).toBe(false)
    expect(read('q=-vision').isEmpty).toBe(false)
  })

  test.each([
    ['from=nonsense', 'from', 'from wants a year, month or day, as in 2026-01. It was left out.'],
    ['until=2026-02-30', 'until', 'until wants a year, month or day, as in 2026-01-31. It was left out.'],
    ['cat=machine+learning', 'cat', 'cat wants a category of arXiv, as in cs.LG. It was left out.'],
    ['author=%21%21', 'author', 'author wants a name of at most 100 characters. It was left out.'],
    ['votes=-1', 'votes', 'votes wants a whole number up to 1,000,000. It was left out.'],
    ['code=perhaps', 'code', 'code wants 1. It was left out.'],
    ['sort=constructor', 'sort', 'sort wants relevance, date, votes. It was left out.'],
    ['p=0', 'p', 'p wants the number of a page, from 1. It was left out.'],
    ['from=2026&until=2025', 'until', 'until wants a time that is not before 2026. It was left out.'],
  ])('%s is left out with a note', (address, field, says) => {
    const { faults, query, filters } = read(`q=words&${address}`)
    expect(Object.keys(faults)).toEqual([field])
    expect(query.notes).toEqual([{ typed: address.split('&').at(-1)?.replace('+', ' ').replaceAll('%21', '!'), says }])
    expect(searchPath(read(`q=words&${address}`))).toBe(
      filters.from ? '/papers/search?q=words&from=2026' : '/papers/search?q=words',
    )
  })

  test('whatever is typed is one short line without characters that nobody sees', () => {
    expect(read('q=a%00%07b%0A%E2%80%AEc').q).toBe('ab c')
    const { q, query } = read(`q=${'🙂 word '.repeat(2_000)}`)
    expect(Array.from(q)).toHaveLength(500)
    expect(query.notes).toEqual([{ typed: '', says: 'Only the first 500 characters were read.' }])
    expect(read(`from=${'9'.repeat(9_000)}`).query.notes[0]?.typed).toHaveLength(45)
  })

  test('a category that arXiv does not have is left out, with those that may be meant', () => {
    const { query, isEmpty } = read('q=flow+cat:ml+cat:cs.LG+-cat:vision')
    expect(query.required).toEqual([[{ kind: 'category', value: 'cs.LG' }]])
    expect(query.excluded).toEqual([])
    expect(query.notes).toEqual([
      { typed: 'cat:ml', says: 'is no category of arXiv, so it was left out. Perhaps cat:stat.ML or cat:cs.LG?' },
      { typed: 'cat:vision', says: 'is no category of arXiv, so it was left out. Perhaps cat:cs.CV?' },
    ])
    expect(isEmpty).toBe(false)
    expect(read('q=cat:nonsense')).toMatchObject({ isEmpty: true, query: { notes: [{ typed: 'cat:nonsense' }] } })
    expect(read('q=cat:hep-th+cat:cs').query.notes).toEqual([])
    expect(read('cat=ml').faults).toHaveProperty('cat')
  })

  test('notes of the box come first', () => {
    const { notes } = read('q=votes:many&p=x').query
    expect(notes.map(({ typed }) => typed)).toEqual(['votes:many', 'p=x'])
  })
})

describe('the address of a search', () => {
  test('is the same for all spellings, and leads back to the same search', () => {
    const spellings = [
      'q=sparse+attention&votes=3&cat=cs.LG&code=on&utm_source=mail',
      'code=1&cat=CS.LG&author=&votes=03&sort=relevance&q=%20sparse%20attention&p=1',
    ]
    const paths = spellings.map((spelling) => searchPath(read(spelling)))
    expect(new Set(paths)).toEqual(new Set(['/papers/search?q=sparse+attention&cat=cs.LG&votes=3&code=1']))
    const full = '/papers/search?q=a+OR+%22b+c%22&from=2026&until=2026-06-02&author=Ada&sort=votes&p=3'
    expect(searchPath(read(full.split('?')[1] ?? ''))).toBe(full)
  })

  test('is bare when nothing is asked for, and stands elsewhere as well', () => {
    expect(searchPath(read(''))).toBe('/papers/search')
    expect(searchPath(read('q=a&sort=date'), '/api/papers/search')).toBe('/api/papers/search?q=a&sort=date')
  })
})

test('a search is said in words', () => {
  expect(
    searchInWords(read('q=learning+rate&cat=cs.LG&author=Ada+Quill&from=2026-01&until=2026-06&votes=1200&code=1')),
  ).toBe('learning rate, since 2026-01, until 2026-06, in cs.LG, by Ada Quill, with 1,200 or more upvotes, with code')
  expect(searchInWords({ q: '', filters: { ...noFilters, category: 'cs.CL' } })).toBe('in cs.CL')
})

test('each filter that is set can be taken off alone', () => {
  const { filters } = read('cat=cs.LG&votes=3&code=1&from=2026')
  expect(chosenFilters(filters)).toEqual([
    { words: 'since 2026', without: { ...filters, from: null } },
    { words: 'in cs.LG', without: { ...filters, category: null } },
    { words: 'with 3 or more upvotes', without: { ...filters, votes: null } },
    { words: 'with code', without: { ...filters, hasCode: false } },
  ])
  expect(chosenFilters(noFilters)).toEqual([])
})

function read(address: string) {
  return searchAsked(new URLSearchParams(address))
}
