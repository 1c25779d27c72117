import { allPapersOf } from '@/db/list-papers'
import { getList } from '@/db/lists'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { fileName, listJson } from '@/lib/list-export'

/** A list as a JSON file; its owner's holds notes and what was read. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ userId, param }) => {
  const list = await getList(param('listId'), userId)
  if (!list) return refuse(404, 'There is no such list.')
  return Response.json(listJson(list, await allPapersOf(list), env.SITE_URL), {
    headers: { 'Content-Disposition': `attachment; filename="${fileName(list.name)}.json"` },
  })
})
