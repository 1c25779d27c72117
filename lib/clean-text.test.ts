import { expect, test } from 'vitest'
import { cleanLine, cleanParagraphs } from '@/lib/clean-text'

test('a wrapped title is one line', () => {
  expect(cleanLine('  Meteor: Mamba-based Traversal\n  of\tRationale \r\n')).toBe(
    'Meteor: Mamba-based Traversal of Rationale',
  )
})

test('an abstract keeps its paragraphs and loses its wraps', () => {
  expect(cleanParagraphs('We ask\nwhy.\n\nWe answer\nhow.')).toBe('We ask why.\n\nWe answer how.')
  expect(cleanParagraphs('We ask\r\nwhy.\r\n  We answer\r\nhow.')).toBe('We ask why.\n\nWe answer how.')
  expect(cleanParagraphs(' \n\n  ')).toBe('')
})

test('control characters and half surrogates do not get through', () => {
  expect(cleanLine('Gra\u0000di\u001bent\u0007')).toBe('Gradient')
  expect(cleanLine('Noise \ud83d end')).toBe('Noise \ufffd end')
  expect(cleanLine('Noise 😀')).toBe('Noise 😀')
  expect(cleanLine('a\u202egnp.exe')).toBe('agnp.exe')
  expect(cleanLine('可 ى‌ها')).toBe('可 ى‌ها')
})
