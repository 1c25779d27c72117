import { getProfile } from '@/db/users'
import { refuse } from '@/door'
import { env } from '@/env'
import { linkToNext } from '@/lib/api-paging'

/** Somebody of this name, whatever its capitals; null when there is nobody. */
export function readPerson(name: string) {
  return /^[\w-]{1,60}$/.test(name) ? getProfile(name) : Promise.resolve(null)
}

export function refuseNobody(): Response {
  return refuse(404, 'There is nobody of that name here.')
}

type Page = { p: number; limit: number }

/** One page of what is somebody's; one row more than is sent tells whether there is more. */
export async function answerPage<T>(
  request: Request,
  { p, limit }: Page,
  read: (range: { limit: number; offset: number }) => Promise<T[]>,
): Promise<Response> {
  const rows = await read({ limit: limit + 1, offset: (p - 1) * limit })
  const headers = linkToNext(request.url, env.SITE_URL, rows.length > limit ? { p: p + 1 } : null)
  return Response.json(rows.slice(0, limit), { headers })
}
