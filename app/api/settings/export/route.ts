import { exportPerson } from '@/db/departures'
import { door } from '@/door'

/** Everything that the site keeps of the one who asks, as a file. */
export const GET = door({ who: 'member', scope: 'session', limit: 'write' }, async ({ userId, viewer }) => {
  return Response.json(await exportPerson(userId), {
    headers: { 'Content-Disposition': `attachment; filename="${viewer.name}.json"` },
  })
})
