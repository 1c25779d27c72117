import { cache } from 'react'
import { getNewestPoolDay, listPool } from '@/db/pool-lists'
import { env } from '@/env'

/** One page of the pool; read once for a page and its metadata. */
export const readPool = cache((day: string, category: string | null, page: number) =>
  listPool(day, { category, page, pageSize: env.LIST_PAGE_SIZE }),
)

export const readNewestPoolDay = cache(getNewestPoolDay)
