import { expect, test } from 'vitest'
import { isOwnOrigin } from '@/lib/origin'

const asked = { origin: null, fetchSite: null, siteUrl: 'https://papers.example', hasCookie: true }

test('our own pages may write', () => {
  expect(isOwnOrigin({ ...asked, origin: 'https://papers.example' })).toBe(true)
  expect(isOwnOrigin({ ...asked, fetchSite: 'same-origin' })).toBe(true)
  expect(isOwnOrigin({ ...asked, fetchSite: 'none' })).toBe(true)
})

test('other sites may not, however near', () => {
  for (const origin of [
    'https://evil.example',
    'http://papers.example',
    'https://papers.example:8443',
    'https://papers.example.evil.example',
    'https://sub.papers.example',
  ]) {
    expect(isOwnOrigin({ ...asked, origin })).toBe(false)
    expect(isOwnOrigin({ ...asked, origin, fetchSite: 'same-origin', hasCookie: false })).toBe(false)
  }
  expect(isOwnOrigin({ ...asked, fetchSite: 'same-site' })).toBe(false)
  expect(isOwnOrigin({ ...asked, fetchSite: 'cross-site', hasCookie: false })).toBe(false)
})

test('a blanked origin counts only with the word of the browser', () => {
  expect(isOwnOrigin({ ...asked, origin: 'null' })).toBe(false)
  expect(isOwnOrigin({ ...asked, origin: 'null', hasCookie: false })).toBe(false)
  expect(isOwnOrigin({ ...asked, origin: 'null', fetchSite: 'same-origin' })).toBe(true)
  expect(isOwnOrigin({ ...asked, origin: 'null', fetchSite: 'cross-site' })).toBe(false)
})

test('a program that says nothing may, as long as it brings no cookie', () => {
  expect(isOwnOrigin(asked)).toBe(false)
  expect(isOwnOrigin({ ...asked, hasCookie: false })).toBe(true)
})

test('the names of this machine are one site, on one port', () => {
  const local = { ...asked, siteUrl: 'http://localhost:3000' }
  expect(isOwnOrigin({ ...local, origin: 'http://127.0.0.1:3000' })).toBe(true)
  expect(isOwnOrigin({ ...local, origin: 'http://[::1]:3000' })).toBe(true)
  expect(isOwnOrigin({ ...local, origin: 'http://127.0.0.1:4000' })).toBe(false)
  expect(isOwnOrigin({ ...local, origin: 'http://localhost.evil.example:3000' })).toBe(false)
})
