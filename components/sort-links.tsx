import { listHref } from '@/lib/list-query'
import { type Order, orders } from '@/lib/order'

const names: Record<Order, string> = { top: 'Top', newest: 'Newest', discussed: 'Discussed' }

/** The orders a list can be seen by. */
export function SortLinks({ path, order }: { path: string; order: Order }) {
  return (
    <nav className="order" aria-label="Order">
      {orders.map((each) => (
        <a
          key={each}
          href={listHref(path, { order: each, page: 1 })}
          aria-current={each === order ? 'true' : undefined}
        >
          {names[each]}
        </a>
      ))}
    </nav>
  )
}
