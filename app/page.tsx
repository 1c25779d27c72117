import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DayList } from '@/app/papers/day-list'
import { dayMetadata } from '@/app/papers/list-metadata'
import { today } from '@/app/papers/read-list'
import { getNewestDay } from '@/db/listings'
import { readListQuery } from '@/lib/list-query'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  const query = readListQuery(await searchParams)
  return query ? dayMetadata((await getNewestDay()) ?? today(), '/', query) : {}
}

/** The newest day that has papers. */
export default async function FrontPage({ searchParams }: PageInput) {
  const query = readListQuery(await searchParams)
  if (!query) notFound()
  return <DayList day={(await getNewestDay()) ?? today()} path="/" query={query} />
}
