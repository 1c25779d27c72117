import { compareBy, type Order, type Standing } from '@/lib/order'
import { ordinal } from '@/lib/text'

export type Climb = { id: string; place: number }

/** What an open list sorts itself by: an order of the site, or the heat of Trending. */
export type LiveOrder = Order | 'heat'

type Sortable = { standing: Standing; heat?: number | null }

/** The same list in its order. */
export function arrange<T extends Sortable>(entries: readonly T[], order: LiveOrder): T[] {
  if (order === 'heat') return entries.toSorted(compareHeat)
  const compare = compareBy(order)
  return entries.toSorted((a, b) => compare(a.standing, b.standing))
}

/** As db/listings.ts lists Trending: the hottest first, then by id. */
function compareHeat(a: Sortable, b: Sortable): number {
  const [x, y] = [a.heat ?? Number.NEGATIVE_INFINITY, b.heat ?? Number.NEGATIVE_INFINITY]
  if (x !== y) return x < y ? 1 : -1
  return a.standing.id < b.standing.id ? -1 : 1
}

/** The papers whose own numbers brought them nearer to the top, with their new places (1-based), best first. */
export function climbers(before: readonly Standing[], after: readonly Standing[]): Climb[] {
  const old = new Map(before.map((standing, index) => [standing.id, { standing, index }]))
  return after.flatMap(({ id, upvotes, comments }, index) => {
    const was = old.get(id)
    if (!was || was.index <= index) return []
    const isOwnDoing = was.standing.upvotes !== upvotes || was.standing.comments !== comments
    return isOwnDoing ? [{ id, place: index + 1 }] : []
  })
}

/** One sentence for some seconds of moves, newest place of each; '' for none. */
export function sayMoves(moves: ReadonlyMap<string, { title: string; place: number }>): string {
  const said = [...moves.values()].sort((a, b) => a.place - b.place)
  const [first] = said
  if (!first) return ''
  const head = `${first.title} moved to ${ordinal(first.place)} place`
  if (said.length === 1) return `${head}.`
  return `${head}, and ${said.length - 1 === 1 ? 'one more paper' : `${said.length - 1} more papers`} moved up.`
}
