import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/auth'
import { getList } from '@/db/lists'
import { hasRole } from '@/lib/authority'

/** The list of an address, as far as the reader may see it, and whether they moderate; once for a page and its metadata. */
export const readReadingList = cache(async (listId: string) => {
  const viewer = await getViewer()
  const moderates = viewer !== null && hasRole(viewer.role, 'moderator')
  const list = (await getList(listId, viewer?.id ?? null, moderates)) ?? notFound()
  return { list, moderates }
})
