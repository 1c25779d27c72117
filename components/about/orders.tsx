import { type Order, orderKeys, orders, type Standing } from '@/lib/order'

const names: Record<Order, string> = { top: 'Top', newest: 'Newest', discussed: 'Most discussed' }

const words: Record<keyof Standing, [ascending: string, descending: string]> = {
  upvotes: ['fewer upvotes', 'more upvotes'],
  comments: ['fewer comments', 'more comments'],
  submittedAt: ['earlier submission', 'later submission'],
  id: ['the smaller id', 'the larger id'],
}

/** What stands first in each order of a day, a week and a month: read from the definition that sorts them. */
export function Orders() {
  return (
    <dl className="details">
      {orders.map((order) => (
        <div key={order}>
          <dt>{names[order]}</dt>
          <dd>{orderKeys[order].map(({ by, descending }) => words[by][descending ? 1 : 0]).join(', then ')}</dd>
        </div>
      ))}
    </dl>
  )
}
