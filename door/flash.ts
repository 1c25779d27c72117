import { cookies } from 'next/headers'
import { type Flash, flashCookie, openFlash } from '@/lib/flash'
import { oneValue, type Query } from '@/lib/query'

/** What a form has to say to the page that it was sent (back) to; null when nothing. */
export async function getFlash(query: Query): Promise<Flash | null> {
  const id = oneValue(query, 'refused') ?? oneValue(query, 'made')
  return id ? openFlash((await cookies()).get(flashCookie)?.value, id) : null
}
