import { oneValue, type Query } from '@/lib/query'

/** Which people an admin looks at. */
export type PeopleQuery = {
  find: string
  only: 'all' | 'moderators'
  /** Where the page before ended. */
  after: string | null
  /** Whose role is being changed. */
  person: string | null
}

/** What cannot be read is left out: an address that somebody typed shows people all the same. */
export function readPeopleQuery(query: Query): PeopleQuery {
  const find = (oneValue(query, 'find') ?? '').trim().slice(0, 254)
  const after = oneValue(query, 'after')
  const person = oneValue(query, 'person')
  return {
    find,
    only: oneValue(query, 'only') === 'moderators' ? 'moderators' : 'all',
    after: after !== null && (find ? /^[\w-]{1,60}$/ : /^\d{1,15}$/).test(after) ? after : null,
    person: person !== null && /^[\w-]{1,60}$/.test(person) ? person : null,
  }
}

/** The address of that page. */
export function peopleHref({ find, only, after, person }: PeopleQuery): string {
  const query = new URLSearchParams({
    ...(find && { find }),
    ...(only === 'moderators' && { only }),
    ...(after !== null && { after }),
    ...(person !== null && { person }),
  })
  return query.size > 0 ? `/admin/people?${query}` : '/admin/people'
}

/**
 * That page again after a form that was on it.
 * @param from the address of the page, as the form sent it; only what can be read of its query counts
 */
export function peopleHrefFrom(from: unknown, more: { person: string } | { saved: string }, hash: string): string {
  const [, asked = ''] = String(from ?? '').split('?')
  const kept = readPeopleQuery(Object.fromEntries(new URLSearchParams(asked)))
  // Who came from elsewhere finds the person by their name.
  const [name = ''] = Object.values(more)
  const page = typeof from === 'string' ? kept : { ...kept, find: name }
  const href = peopleHref({ ...page, person: null })
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams(more)}#${encodeURIComponent(hash)}`
}
