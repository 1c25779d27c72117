import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/auth'
import { getList } from '@/db/lists'

/** The list of an address, as far as the reader may see it; read once for a page and its metadata. */
export const readReadingList = cache(async (listId: string) => {
  const viewer = await getViewer()
  return (await getList(listId, viewer?.id ?? null)) ?? notFound()
})
