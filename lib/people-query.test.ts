import { expect, test } from 'vitest'
import { peopleHref, peopleHrefFrom, readPeopleQuery } from '@/lib/people-query'

test('an address and what it asks for are the same thing', () => {
  for (const href of [
    '/admin/people',
    '/admin/people?only=moderators&after=12',
    '/admin/people?find=mi&after=mira_s&person=Mira',
    '/admin/people?find=mira%40example.org',
  ]) {
    const { searchParams } = new URL(href, 'http://localhost')
    expect(peopleHref(readPeopleQuery(Object.fromEntries(searchParams)))).toBe(href)
  }
})

test('what cannot be read is left out', () => {
  const nothing = { find: '', only: 'all', after: null, person: null }
  expect(readPeopleQuery({})).toEqual(nothing)
  expect(readPeopleQuery({ find: ['a', 'b'], only: 'robots', after: 'mira', person: '<script>' })).toEqual(nothing)
  expect(readPeopleQuery({ find: ' mi ', after: '1; drop' })).toEqual({ ...nothing, find: 'mi' })
  expect(readPeopleQuery({ find: 'x'.repeat(1000) }).find).toHaveLength(254)
})

test('a form leads back to the page that it was on, and to nothing else', () => {
  const saved = { saved: 'mira' }
  expect(peopleHrefFrom('/admin/people?only=moderators&after=12', saved, 'change-mira')).toBe(
    '/admin/people?only=moderators&after=12&saved=mira#change-mira',
  )
  expect(peopleHrefFrom('/admin/people', { person: 'mira' }, 'role')).toBe('/admin/people?person=mira#role')
  expect(peopleHrefFrom('https://evil.example/?find=x&role=admin', saved, 'a')).toBe(
    '/admin/people?find=x&saved=mira#a',
  )
  expect(peopleHrefFrom(undefined, saved, 'a')).toBe('/admin/people?find=mira&saved=mira#a')
  expect(peopleHrefFrom('/admin/people', { person: 'a#b&c' }, 'role')).toBe('/admin/people?person=a%23b%26c#role')
})
