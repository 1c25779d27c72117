import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PoolList, poolMetadata } from '@/app/new/pool-list'
import { isDay } from '@/lib/days'
import { categoryOfSegment } from '@/lib/pool-address'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ category: string; day: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { category: segment, day } = await params
  const category = categoryOfSegment(segment)
  return category !== undefined && isDay(day) ? poolMetadata({ category, day, query: await searchParams }) : {}
}

/** What arXiv announced on a day, in a category or, under /new/date, in all of them. */
export default async function NewOfDayPage({ params, searchParams }: Input) {
  const { category: segment, day } = await params
  const category = categoryOfSegment(segment)
  if (category === undefined || !isDay(day)) notFound()
  return <PoolList category={category} day={day} query={await searchParams} />
}
