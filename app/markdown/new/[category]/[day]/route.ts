import { listDoor } from '@/app/markdown/list-door'
import { tellPool } from '@/app/markdown/told-list'
import { isDay } from '@/lib/days'
import { categoryOfSegment } from '@/lib/pool-address'

/** What arXiv announced on a day, in a category or in all. */
export const GET = listDoor((asked) => {
  const category = categoryOfSegment(asked.param('category'))
  const day = asked.param('day')
  return category !== undefined && isDay(day) ? tellPool(category, day, asked) : null
})
