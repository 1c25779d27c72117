import { write } from '@/db/client'
import { hasAdmin } from '@/db/first-admin'
import { createLink, dropLinks } from '@/db/one-time-links'

/** While nobody is admin: the path by which the first person becomes it, once. Earlier ones stop working. */
export async function makeAdminPath(now: number): Promise<string | null> {
  if (await hasAdmin()) return null
  await write((tx) => dropLinks(tx, 'admin'))
  return `/claim/${await createLink('admin', null, now)}`
}
