import type { FormEvent } from 'react'
import type { JobLine } from '@/db/types'
import { everyInWords, lengthInWords } from '@/lib/job-words'
import { nextInWords, timeInWords } from '@/lib/moment-words'
import { plural, shorten } from '@/lib/text'

type Props = { job: JobLine; now: number; refused: string | null; onRun: () => void }

// Of an error at first sight; the rest is a click away.
const shortError = 160

/** A job: when it runs next, how its last run went, and the button that asks for one. */
export function JobRow({ job, now, refused, onRun }: Props) {
  const { name, every, sooner, state, off, error, failures, startedAt } = job
  const runs = state === 'running'
  return (
    <tr className={runs ? 'running' : undefined}>
      <td className="at">
        <Next job={job} now={now} />
      </td>
      <th scope="row">
        {name}
        {off && <span className="hint">{off}</span>}
        {error && <Failure error={error} failures={failures} />}
        {refused && (
          <span className="refused" role="alert">
            {refused}
          </span>
        )}
      </th>
      <td>
        {everyInWords(every)}
        {sooner && <span className="hint"> or sooner</span>}
      </td>
      <td data-l="·">
        <Last job={job} now={now} />
      </td>
      <td className="r" data-l={startedAt === null ? undefined : '·'}>
        {runs && startedAt !== null ? `${lengthInWords(now - startedAt)} so far` : tookOf(job)}
      </td>
      <td className="did" data-l={resultOf(job) ? '·' : undefined}>
        {resultOf(job)}
        {job.before && (
          <span className="hint">
            {timeInWords(job.before.at, now)}: {job.before.result}
          </span>
        )}
      </td>
      <td className="act">{off === null && <RunNow job={job} onRun={onRun} />}</td>
    </tr>
  )
}

function Next({ job: { state, nextAt }, now }: Pick<Props, 'job' | 'now'>) {
  if (state === 'running') return 'now'
  if (state === 'off') return 'off'
  if (state === 'due' || nextAt === null) return 'soon'
  return (
    <time dateTime={new Date(nextAt).toISOString()} title={new Date(nextAt).toISOString()}>
      {nextInWords(nextAt, now)}
    </time>
  )
}

function Last({ job: { state, startedAt }, now }: Pick<Props, 'job' | 'now'>) {
  if (startedAt === null) return 'never ran'
  return (
    <>
      <span className="unit">{state === 'running' ? 'since ' : 'last '}</span>
      <time dateTime={new Date(startedAt).toISOString()}>{timeInWords(startedAt, now)}</time>
    </>
  )
}

function tookOf({ startedAt, finishedAt }: JobLine): string {
  if (startedAt === null) return ''
  // Killed: it began and nobody noted an end.
  return finishedAt === null || finishedAt < startedAt ? 'was cut off' : lengthInWords(finishedAt - startedAt)
}

function resultOf({ result, finishedAt }: JobLine): string {
  if (result === null) return ''
  return result || (finishedAt === null ? '' : 'nothing to do')
}

function Failure({ error, failures }: { error: string; failures: number }) {
  const times = failures > 1 ? `${plural(failures, 'time')} in a row: ` : ''
  if (error.length <= shortError)
    return (
      <span className="refused">
        Failed {times}
        {error}
      </span>
    )
  return (
    <details className="refused">
      <summary>
        Failed {times}
        {shorten(error, shortError)}
      </summary>
      <p>{error}</p>
    </details>
  )
}

/** It stays the same button while the job runs, so that whoever pressed it by key keeps their place. */
function RunNow({ job: { name, state, nextAt }, onRun }: Pick<Props, 'job' | 'onRun'>) {
  const isAsked = state === 'due' || (state === 'running' && nextAt !== null)
  const label =
    state === 'running' ? (isAsked ? 'Runs again after' : 'Run again') : isAsked ? 'About to run' : 'Run now'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isAsked) onRun()
  }
  return (
    <form action={`/api/admin/jobs/${name}/run`} method="post" onSubmit={submit}>
      <button type="submit" aria-disabled={isAsked || undefined}>
        {label}
        <span className="hidden"> {name}</span>
      </button>
    </form>
  )
}
