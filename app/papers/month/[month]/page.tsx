import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listMetadata } from '@/app/papers/list-metadata'
import { MonthList } from '@/app/papers/month-list'
import { readList } from '@/app/papers/read-list'
import { formatMonth, parseMonth } from '@/lib/days'
import { readListQuery } from '@/lib/list-query'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ month: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { month } = await params
  const query = readListQuery(await searchParams)
  if (!query || !parseMonth(month)) return {}
  const list = await readList('month', month, query.order, query.page)
  const title = formatMonth(month)
  return listMetadata({ title, path: `/papers/month/${month}`, list, lead: `Papers of ${title}` })
}

export default async function MonthPage({ params, searchParams }: Input) {
  const { month } = await params
  const query = readListQuery(await searchParams)
  if (!query || !parseMonth(month)) notFound()
  return <MonthList month={month} query={query} />
}
