import { expect, test } from 'vitest'
import { safeNext, signInPath } from '@/lib/next-path'

test('a path of this site is kept with its query and hash', () => {
  expect(safeNext('/papers/date/2026-06-02?sort=newest#p-2606.00001')).toBe(
    '/papers/date/2026-06-02?sort=newest#p-2606.00001',
  )
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'papers',
  '',
])('%j is no path of this site', (next) => {
  expect(safeNext(next)).toBe('/')
})

test('the way to sign in leaves out what is no path', () => {
  expect(signInPath('/papers/2606.00001')).toBe('/signin?next=%2Fpapers%2F2606.00001')
  expect(signInPath('//evil.example')).toBe('/signin')
  expect(signInPath({ toString: () => '/x' })).toBe('/signin')
})
