import { expect, test } from 'vitest'
import { gistOf } from '@/lib/gist'

test('a short abstract stays as it is', () => {
  expect(gistOf('We study $n$ papers.', 40)).toBe('We study $n$ papers.')
})

test('a long one ends between words', () => {
  expect(gistOf('Warmup is usually a fixed fraction of training', 24)).toBe('Warmup is usually a…')
})

test('a formula is kept whole or left out', () => {
  expect(gistOf('It holds for all $n + m \\le 10$ and more', 24)).toBe('It holds for all…')
  expect(gistOf('It holds for $n$ and $m + k + 1$ alike', 26)).toBe('It holds for $n$ and…')
  expect(gistOf('It holds for \\(n + m \\le 10\\) and more', 24)).toBe('It holds for…')
})

test('a price opens no formula', () => {
  expect(gistOf('It costs \\$5 an hour and runs for days', 26)).toBe('It costs \\$5 an hour and…')
  expect(gistOf('It costs $5 an hour and runs for days', 26)).toBe('It costs $5 an hour and…')
})
