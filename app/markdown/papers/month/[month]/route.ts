import { listDoor } from '@/app/markdown/list-door'
import { tellScope } from '@/app/markdown/told-list'
import { parseMonth } from '@/lib/days'

/** A month. */
export const GET = listDoor((asked) => {
  const value = asked.param('month')
  return parseMonth(value) ? tellScope({ of: 'month', value }, asked) : null
})
