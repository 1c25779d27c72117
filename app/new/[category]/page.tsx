import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PoolList, poolMetadata } from '@/app/new/pool-list'
import { isCategory } from '@/lib/pool-address'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ category: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { category } = await params
  return isCategory(category) ? poolMetadata({ category, day: null, query: await searchParams }) : {}
}

/** What arXiv announced last in a category. */
export default async function NewInCategoryPage({ params, searchParams }: Input) {
  const { category } = await params
  if (!isCategory(category)) notFound()
  return <PoolList category={category} day={null} query={await searchParams} />
}
