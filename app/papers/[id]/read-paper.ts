import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getPaper } from '@/db/papers'
import { paperIdFromSegment } from '@/lib/paper-id'

/** The paper that this segment of an address names, read once a request; without one there is no page. */
export const readPaper = cache(async (segment: string) => {
  const id = paperIdFromSegment(segment)
  return (id && (await getPaper(id))) || notFound()
})
