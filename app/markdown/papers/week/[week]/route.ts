import { listDoor } from '@/app/markdown/list-door'
import { tellScope } from '@/app/markdown/told-list'
import { parseWeek } from '@/lib/days'

/** A week. */
export const GET = listDoor((asked) => {
  const value = asked.param('week')
  return parseWeek(value) ? tellScope({ of: 'week', value }, asked) : null
})
