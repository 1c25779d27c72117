import { setTimeout as sleep } from 'node:timers/promises'
import { getAnswer, keepAnswer } from '@/db/outside-answers'
import { turnFreeAt } from '@/db/paces'
import { Outside } from '@/outside/fault'
import { type Answer, fetchText } from '@/outside/fetch-text'
import { waitForTurn } from '@/outside/turns'

export { Outside, type OutsideKind } from '@/outside/fault'

/** A service, and how it wants to be asked. */
export type Service = {
  /** As people know it. */
  name: string
  /** What is asked one request at a time; two addresses of one service may share it. */
  turn: string
  /** Ms between the end of an answer and the next request. */
  pace: number
  /** Hosts to which it may send on besides the one that is asked. */
  hosts?: RegExp
}

/** How long to bear with a service. All in ms but `retries`. */
export type Patience = {
  /** For one whole answer. */
  timeout: number
  /** For all of it: the turn, the retries and the pauses between them. */
  deadline: number
  retries: number
  /** Before the first retry; each further one waits twice as long. */
  backoff: number
  /** Whether those go first for whom somebody waits. */
  isPatient: boolean
}

/** Somebody waits before a form. */
export const forPerson: Patience = { timeout: 8_000, deadline: 15_000, retries: 2, backoff: 500, isPatient: false }

/** Nobody waits, and the job is run again. */
export const forJob: Patience = {
  timeout: 90_000,
  deadline: 15 * 60_000,
  retries: 5,
  backoff: 5_000,
  isPatient: true,
}

export type Asked<T> = {
  service: Service
  patience: Patience
  /** Makes sense of the answer; what it throws means that it cannot be read, unless it is an Outside. */
  read: (text: string) => T | Promise<T>
  /** Statuses besides 2xx whose answers may be readable; one that is not is asked for once. */
  reads?: readonly number[]
  /** Ms that an answer which could be read is kept; 0 for those asked once. */
  keep?: number
  /** Whether this one is to be kept; without it, each is. */
  isWorthKeeping?: (value: T) => boolean
  headers?: Record<string, string>
  signal?: AbortSignal
}

// What is longer is asked for anew.
const mostKept = 1_000_000
// A service that names a later time than this is not believed for longer.
const longestPause = 3_600

/**
 * Asks a service: in turn, whichever process asks, with pauses, for so long and so often as patience says.
 * @throws Outside; the signal's own reason when that stops it
 */
export async function ask<T>(url: string, asked: Asked<T>): Promise<T> {
  const { service, patience, read, keep = 0, isWorthKeeping = () => true, signal } = asked
  signal?.throwIfAborted()
  const kept = keep > 0 ? await getAnswer(url, Date.now()) : null
  if (kept !== null) return read(kept)
  const deadline = Date.now() + patience.deadline
  for (let tries = 0; ; tries++) {
    const tried = await askOnce(url, asked, deadline)
    if (tried.ok) {
      const isKept = keep > 0 && tried.text.length <= mostKept && isWorthKeeping(tried.value)
      if (isKept) await keepAnswer(url, tried.text, Date.now() + keep, Date.now())
      return tried.value
    }
    const pause = Math.max(patience.backoff * 2 ** tries, (tried.error.retryAfter ?? 0) * 1_000)
    if (!tried.again || tries >= patience.retries || Date.now() + pause + service.pace >= deadline) throw tried.error
    await sleep(pause, undefined, { signal })
  }
}

type Tried<T> = { ok: true; value: T; text: string } | { ok: false; error: Outside; again: boolean }

async function askOnce<T>(url: string, asked: Asked<T>, deadline: number): Promise<Tried<T>> {
  const { service, patience, headers, signal } = asked
  const { name, turn, pace, hosts } = service
  const endTurn = await waitForTurn(turn, { deadline, isPatient: patience.isPatient, signal })
  if (!endTurn)
    return { ok: false, error: new Outside('busy', name, { retryAfter: await secondsTo(turn) }), again: false }
  let pause = pace
  try {
    const timeout = Math.max(1, Math.min(patience.timeout, deadline - Date.now()))
    const answer = await fetchText(url, { service: name, timeout, hosts, headers, signal })
    if (answer.retryAfter !== null) pause = Math.max(pace, Math.min(answer.retryAfter, longestPause) * 1_000)
    return await judged(answer, asked)
  } catch (error) {
    if (error instanceof Outside) return { ok: false, error, again: true }
    throw error
  } finally {
    await endTurn(pause)
  }
}

async function secondsTo(turn: string): Promise<number> {
  return Math.max(1, Math.ceil(((await turnFreeAt(turn)) - Date.now()) / 1_000))
}

async function judged<T>(
  { status, text, isLimited, retryAfter }: Answer,
  { service, read, reads = [] }: Asked<T>,
): Promise<Tried<T>> {
  const fault = (kind: Outside['kind'], cause: unknown) => new Outside(kind, service.name, { retryAfter, cause })
  const said = () => new Error(`HTTP ${status}: ${text.slice(0, 200)}`)
  if (isLimited || (status === 503 && retryAfter !== null))
    return { ok: false, error: fault('busy', said()), again: true }
  if (status === 404 || status === 410) return { ok: false, error: fault('missing', said()), again: false }
  if (status >= 500) return { ok: false, error: fault('down', said()), again: true }
  const isGood = status >= 200 && status <= 299
  if (!isGood && !reads.includes(status)) return { ok: false, error: fault('broken', said()), again: false }
  try {
    return { ok: true, value: await read(text), text }
  } catch (cause) {
    if (cause instanceof Outside) return { ok: false, error: cause, again: false }
    return { ok: false, error: fault('broken', isGood ? cause : said()), again: isGood }
  }
}
