'use client'

import { useEffect, useRef, useState } from 'react'
import { JobRow } from '@/components/admin/job-row'
import { fetchJobs, type JobsNow, runNow } from '@/components/admin/jobs-request'
import { LastRuns } from '@/components/admin/last-runs'
import { announce } from '@/components/announcer'
import { FormMessage } from '@/components/form-message'
import type { JobLine } from '@/db/types'
import type { Flash } from '@/lib/flash'

type Props = JobsNow & { flash: Flash | null; asked: string | null }

// Often while something runs or is waited for, seldom otherwise.
const [soon, late] = [1_500, 20_000]

/** The jobs, kept up to date. Without JavaScript the page is made anew by whoever looks. */
export function JobsPart({ flash, asked, ...given }: Props) {
  const [state, setState] = useState<JobsNow>(given)
  const [refused, setRefused] = useState<{ job: string; error: string } | null>(null)
  // What this reader asked for and has not been told of, with when it had ended before.
  const waitedFor = useRef(new Map<string, number | null>())
  const { jobs, runs, now } = state

  useEffect(() => {
    const pause = pauseUntilNext(state)
    const timer = setTimeout(async () => {
      const next = document.visibilityState === 'visible' ? await fetchJobs() : null
      if (next) tellEnded(next.jobs, waitedFor.current)
      // A new object in any case: it starts the next pause.
      setState((before) => next ?? { ...before })
    }, pause)
    return () => clearTimeout(timer)
  }, [state])

  const ask = async (job: JobLine) => {
    const answer = await runNow(job.name)
    setRefused(answer.ok ? null : { job: job.name, error: answer.error })
    if (!answer.ok) return
    waitedFor.current.set(job.name, job.finishedAt)
    announce(`${job.name} is about to run.`)
    setState((before) => ({
      ...before,
      jobs: before.jobs.map((each) => (each.name === job.name ? answer.body : each)),
    }))
  }

  return (
    <section className="part" id="jobs" aria-labelledby="jobs-title">
      <div className="bar hung">
        <h2 id="jobs-title">Jobs</h2>
        <span className="hint">next departure first, times in UTC</span>
      </div>
      <div className="text">
        <FormMessage flash={flash}>
          {asked && `${asked} is about to run. Load this page again to see how it went.`}
        </FormMessage>
      </div>
      {jobs.length === 0 ? (
        <p className="enough">There are no jobs.</p>
      ) : (
        <table className="times jobs">
          <thead>
            <tr>
              <th className="at" scope="col">
                <span className="hidden">Next run</span>
              </th>
              <th scope="col">Job</th>
              <th scope="col">Runs</th>
              <th scope="col">Last</th>
              <th className="r" scope="col">
                Took
              </th>
              <th scope="col">Result</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <JobRow
                key={job.name}
                job={job}
                now={now}
                refused={refused?.job === job.name ? refused.error : null}
                onRun={() => void ask(job)}
              />
            ))}
          </tbody>
        </table>
      )}
      <LastRuns runs={runs} now={now} />
    </section>
  )
}

function pauseUntilNext({ jobs, now }: JobsNow): number {
  if (jobs.some(({ state }) => state === 'running' || state === 'due')) return soon
  const next = Math.min(...jobs.flatMap(({ state, nextAt }) => (state === 'waiting' && nextAt !== null ? nextAt : [])))
  return Math.min(late, Math.max(soon, next - now + soon))
}

/** Says how the runs ended that somebody here asked for. */
function tellEnded(jobs: readonly JobLine[], waitedFor: Map<string, number | null>): void {
  for (const { name, finishedAt, error, result } of jobs) {
    const before = waitedFor.get(name)
    if (before === undefined || finishedAt === before) continue
    waitedFor.delete(name)
    announce(error ? `${name} failed: ${error}` : `${name} is done: ${result || 'nothing to do'}.`)
  }
}
