import { compareBy, type Order, type Standing } from '@/lib/order'
import { ordinal } from '@/lib/text'

export type Climb = { id: string; place: number }

/** The same list in its order. */
export function arrange<T extends { standing: Standing }>(entries: readonly T[], order: Order): T[] {
  const compare = compareBy(order)
  return entries.toSorted((a, b) => compare(a.standing, b.standing))
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
