import { expect, test } from 'vitest'
import { citationLinks, parseCitationFormat } from '@/lib/citation-links'

test('only what is a format is one', () => {
  expect(['bib', 'ris', 'csl.json'].map(parseCitationFormat)).toEqual(['bib', 'ris', 'csl.json'])
  expect(['json', 'toString', ''].map(parseCitationFormat)).toEqual([null, null, null])
})

test('an address keeps its query', () => {
  expect(citationLinks('/papers/cs/9809007').map(({ href }) => href)).toEqual([
    '/papers/cs/9809007.bib',
    '/papers/cs/9809007.ris',
    '/papers/cs/9809007.csl.json',
  ])
  expect(citationLinks('/papers/search?q=why?&p=2')[0]?.href).toBe('/papers/search.bib?q=why?&p=2')
})
