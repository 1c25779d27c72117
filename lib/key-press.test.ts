import { expect, it } from 'vitest'
import { actionOf } from '@/lib/key-press'

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false, isAltGraph: false }

it('knows the keys', () => {
  const asked = ['j', 'k', 'o', 'Enter', 'u', 'c', '[', ']', '?'].map((key) => actionOf({ ...plain, key }))
  expect(asked).toEqual(['down', 'up', 'open', 'open', 'upvote', 'comments', 'previous', 'next', 'keys'])
  expect(actionOf({ ...plain, key: 'x' })).toBeNull()
  expect(actionOf({ ...plain, key: 'toString' })).toBeNull()
})

it('leaves the browser its shortcuts and the reader their letters', () => {
  expect(actionOf({ ...plain, key: 'c', ctrlKey: true })).toBeNull()
  expect(actionOf({ ...plain, key: '[', metaKey: true })).toBeNull()
  expect(actionOf({ ...plain, key: 'j', altKey: true })).toBeNull()
  expect(actionOf({ ...plain, key: 'o', isComposing: true })).toBeNull()
})

it('takes brackets typed with AltGr', () => {
  expect(actionOf({ ...plain, key: '[', ctrlKey: true, altKey: true, isAltGraph: true })).toBe('previous')
})

it('lets a held key move, and nothing else', () => {
  expect(actionOf({ ...plain, key: 'j', repeat: true })).toBe('down')
  expect(actionOf({ ...plain, key: 'u', repeat: true })).toBeNull()
})
