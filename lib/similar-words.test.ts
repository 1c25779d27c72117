import { expect, test } from 'vitest'
import { sharedWords, termsOf } from '@/lib/similar-words'

const terms = (title: string, abstract = '') => termsOf({ title, abstract })

test('words are read as they are written, without common ones, numbers and TeX', () => {
  expect([...terms('The Gliding of $\\alpha$-Kites', 'In 2026 we glide.').values()]).toEqual([
    { word: 'glide', times: 4 },
    { word: 'Kites', times: 3 },
  ])
  expect(termsOf({ title: '结', abstract: null }).size).toBe(0)
})

test('what is rare, and said often by both, comes first', () => {
  const one = terms('Kites That Glide', 'Kites roughly glide, and measure.')
  const other = terms('A Kite', 'It roughly glides, and measures kites.')
  const papersWith = new Map([
    ['kite', 10],
    ['roughli', 5],
    ['glide', 8],
    ['measur', 900],
  ])
  expect(sharedWords(one, other, { papersWith, total: 1_000 })).toEqual(['Kites', 'glide'])
  expect(sharedWords(one, other, { papersWith, total: 1_000 }, 1)).toEqual(['Kites'])
  expect(sharedWords(one, terms('Stones', 'We roughly measure.'), { papersWith, total: 1_000 })).toEqual([
    'roughly',
    'measure',
  ])
  expect(sharedWords(one, terms('Stones'), { papersWith, total: 1_000 })).toEqual([])
})
