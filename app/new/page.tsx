import type { Metadata } from 'next'
import { PoolList, poolMetadata } from '@/app/new/pool-list'
import type { PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  return poolMetadata({ category: null, day: null, query: await searchParams })
}

/** What arXiv announced last. */
export default async function NewPage({ searchParams }: PageInput) {
  return <PoolList category={null} day={null} query={await searchParams} />
}
