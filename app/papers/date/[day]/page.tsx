import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DayList } from '@/app/papers/day-list'
import { dayMetadata } from '@/app/papers/list-metadata'
import { isDay } from '@/lib/days'
import { readListQuery } from '@/lib/list-query'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ day: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { day } = await params
  const query = readListQuery(await searchParams)
  return query && isDay(day) ? dayMetadata(day, `/papers/date/${day}`, query) : {}
}

export default async function DayPage({ params, searchParams }: Input) {
  const { day } = await params
  const query = readListQuery(await searchParams)
  if (!query || !isDay(day)) notFound()
  return <DayList day={day} path={`/papers/date/${day}`} query={query} />
}
