import { count } from '@/lib/text'
import type { VoteChart } from '@/lib/vote-chart'

/** The numbers behind the line of a paper's votes. */
export function VoteTable({ unit, rows }: Pick<VoteChart, 'unit' | 'rows'>) {
  return (
    <details>
      <summary className="quiet">Votes by the {unit}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{unit === 'hour' ? 'Hour, UTC' : 'Date, UTC'}</th>
            <th scope="col">Votes</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, votes, total }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count(votes)}</td>
              <td>{count(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
