import { listDoor } from '@/app/markdown/list-door'
import { tellPool } from '@/app/markdown/told-list'
import { isCategory } from '@/lib/pool-address'

/** What arXiv announced last in a category. */
export const GET = listDoor((asked) => {
  const category = asked.param('category')
  return isCategory(category) ? tellPool(category, null, asked) : null
})
