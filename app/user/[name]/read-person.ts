import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { getProfile } from '@/db/users'
import { oneValue, type Query } from '@/lib/query'

export const parts = ['papers', 'votes', 'comments'] as const
export type Part = (typeof parts)[number]

/** The person of an address, once for page and metadata; a name in other letters leads to the one it is kept as. */
export const readPerson = cache(async (segment: string) => {
  const person = /^[\w-]{1,60}$/.test(segment) ? await getProfile(segment) : null
  if (!person) notFound()
  if (person.name !== segment) permanentRedirect(`/user/${person.name}`)
  return person
})

/** Which part of the page is asked for alone, and which page of it; null for a bit of everything. */
export function readPart(query: Query): { part: Part; page: number } | null {
  const part = parts.find((known) => known === oneValue(query, 'of'))
  const page = /^[1-9]\d{0,3}$/.exec(oneValue(query, 'p') ?? '1')?.[0]
  if (!part && oneValue(query, 'of') === null) return null
  return part && page ? { part, page: Number(page) } : notFound()
}
