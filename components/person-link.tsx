import type { Viewer } from '@/db/types'

/** The name of who is signed in, as the way to their page. */
export function PersonLink({ name }: Pick<Viewer, 'name'>) {
  return <a href={`/user/${name}`}>{name}</a>
}
