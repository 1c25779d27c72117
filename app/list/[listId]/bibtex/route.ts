import { allPapersOf } from '@/db/list-papers'
import { getList } from '@/db/lists'
import { door, refuse } from '@/door'
import { env } from '@/env'
import { fileName, listBibtex } from '@/lib/list-export'

/** A list as a BibTeX file. */
export const GET = door({ who: 'anyone', limit: 'read' }, async ({ userId, param }) => {
  const list = await getList(param('listId'), userId)
  if (!list) return refuse(404, 'There is no such list.')
  return new Response(listBibtex(await allPapersOf(list), env.SITE_URL), {
    headers: {
      'Content-Type': 'application/x-bibtex; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(list.name)}.bib"`,
    },
  })
})
