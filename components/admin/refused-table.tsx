import type { RefusedAddress } from '@/db/types'
import { momentInWords } from '@/lib/moment-words'
import { plural, shorten } from '@/lib/text'

// A server's answer can be a page long.
const longestAnswer = 300

/** Addresses that get no letters, with what their server said, and the way back for each. */
export function RefusedTable({ addresses, now }: { addresses: readonly RefusedAddress[]; now: number }) {
  return (
    <table className="times addresses">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Last refused</th>
          <th scope="col">Its server said</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {addresses.map(({ id, email, refusals, at, answer }) => (
          <tr key={id}>
            <th scope="row">
              {email}
              <span className="hint">refused {plural(refusals, 'letter')} in a row</span>
            </th>
            <td>
              {at === null ? (
                'a while ago'
              ) : (
                <time dateTime={new Date(at).toISOString()}>{momentInWords(at, now)}</time>
              )}
            </td>
            <td className="did" data-l={answer ? '·' : undefined}>
              {answer && shorten(answer, longestAnswer)}
            </td>
            <td className="act">
              <form action={`/api/admin/addresses/${id}/release`} method="post">
                <button type="submit">
                  Try again<span className="hidden"> for {email}</span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
