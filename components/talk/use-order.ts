import { useEffect, useState } from 'react'
import { recall, remember } from '@/components/tab-memory'
import type { ThreadOrder } from '@/lib/thread'

const name = 'comment order'

/** The order of comments that the reader chose, on this paper or one before; the server's until that is looked up. */
export function useOrder(): [ThreadOrder, (order: ThreadOrder) => void] {
  const [order, setOrder] = useState<ThreadOrder>('oldest')
  useEffect(() => {
    if (recall(name) === 'newest') setOrder('newest')
  }, [])
  const choose = (next: ThreadOrder) => {
    remember(name, next)
    setOrder(next)
  }
  return [order, choose]
}
