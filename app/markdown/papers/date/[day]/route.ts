import { listDoor } from '@/app/markdown/list-door'
import { tellScope } from '@/app/markdown/told-list'
import { isDay } from '@/lib/days'

/** A day. */
export const GET = listDoor((asked) => {
  const value = asked.param('day')
  return isDay(value) ? tellScope({ of: 'day', value }, asked) : null
})
