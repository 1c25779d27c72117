import type { JobRun } from '@/db/types'
import { lengthInWords } from '@/lib/job-words'
import { timeInWords } from '@/lib/moment-words'
import { shorten } from '@/lib/text'

// As much of an error as a line holds; the job's own line has all of the last.
const longest = 300

/** The latest runs that had something to do, behind a word. */
export function LastRuns({ runs, now }: { runs: readonly JobRun[]; now: number }) {
  if (runs.length === 0) return null
  return (
    <details className="next hung">
      <summary>The last {runs.length === 1 ? 'run' : `${runs.length} runs`} that did something</summary>
      <table className="times">
        <thead>
          <tr>
            <th scope="col">Began</th>
            <th scope="col">Job</th>
            <th className="r" scope="col">
              Took
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ id, name, startedAt, finishedAt, result, error }) => (
            <tr key={id}>
              <td>
                <time dateTime={new Date(startedAt).toISOString()}>{timeInWords(startedAt, now)}</time>
              </td>
              <th scope="row">{name}</th>
              <td className="r" data-l="·">
                {lengthInWords(finishedAt - startedAt)}
              </td>
              <td className="did" data-l="·">
                {error === null ? result : <span className="refused">Failed: {shorten(error, longest)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
