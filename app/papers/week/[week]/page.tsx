import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listMetadata } from '@/app/papers/list-metadata'
import { readList, today } from '@/app/papers/read-list'
import { WeekList } from '@/app/papers/week-list'
import { formatWeek, parseWeek } from '@/lib/days'
import { readListQuery } from '@/lib/list-query'
import { weekTitle } from '@/lib/list-titles'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ week: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { week } = await params
  const query = readListQuery(await searchParams)
  if (!query || !parseWeek(week)) return {}
  const list = await readList('week', week, query.order, query.page)
  const lead = `Papers of ${weekTitle(week, today())}`
  return listMetadata({ title: formatWeek(week), path: `/papers/week/${week}`, list, lead })
}

export default async function WeekPage({ params, searchParams }: Input) {
  const { week } = await params
  const query = readListQuery(await searchParams)
  if (!query || !parseWeek(week)) notFound()
  return <WeekList week={week} query={query} />
}
