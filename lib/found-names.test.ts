import { expect, test } from 'vitest'
import { namesFound } from '@/lib/found-names'
import { markedTerms } from '@/lib/search-marks'
import { readSearch } from '@/lib/search-query'

const paper = {
  title: 'Long Kites',
  abstract: 'What holds them up.',
  authors: [{ name: 'Ada Quill' }, { name: 'José Long' }, { name: 'Ada Longwood' }],
}

const found = (q: string) => {
  const query = readSearch(q)
  return namesFound(paper, query, markedTerms(query))
}

test.each([
  ['quill', ['Ada Quill']],
  ['ada', ['Ada Quill', 'Ada Longwood']],
  ['ada quill kites', ['Ada Quill']],
  ['jose', ['José Long']],
  ['author:"ada quill"', ['Ada Quill']],
  ['author:ada kites', ['Ada Quill', 'Ada Longwood']],
  ['-author:quill kites', []],
])('who wrote what %s finds', (q, names) => {
  expect(found(q)).toEqual(names)
})

test('a word that the title has needs no author to be found by', () => {
  expect(found('long kites')).toEqual([])
  expect(found('stones')).toEqual([])
})
