import { setTimeout as sleep } from 'node:timers/promises'
import { getLetter } from '@/db/letters'
import { type Claimed, countDue, giveUpInterrupted, noteAndClaim, type Outcome } from '@/db/outbox'
import type { Digest } from '@/lib/digest-letter'
import type { Pace } from '@/lib/pace'
import { plural } from '@/lib/text'
import type { Sent, SmtpLine } from '@/outside/smtp-line'

type Asked = {
  openLine: () => SmtpLine
  /** The mail as it goes to the server, from one address to another. */
  write: (mail: Claimed, letter: Digest) => Promise<{ from: string; message: Buffer }>
  pace: Pace
  /** Mails that are sent at once. */
  lines?: number
  now: number
  signal: AbortSignal
}

/**
 * Sends what waits in the outbox. When it is stopped it lets mails under way end; what has not ended after a while is given
 * up. Each mail is noted as begun before the server hears of it, and as done in the same write that takes the next one.
 * A line that the server takes nothing from ends, and the others go on: servers allow so many at once.
 * @throws Error when the mail server takes nothing, after noting what was done
 */
export async function sendOutbox({ openLine, write, pace, lines = 5, now, signal }: Asked): Promise<string> {
  const began = performance.now()
  const at = () => now + Math.round(performance.now() - began)
  const counts = { sent: 0, refused: 0, failed: 0, later: 0, unclear: await giveUpInterrupted(now) }
  const letters = new Map<number, Promise<Digest | null>>()
  const desk = openDesk(at)
  let [isAnswered, down] = [false, '']
  const open = await countDue(now, lines)
  const works = await Promise.allSettled(Array.from({ length: open }, work))
  await desk.close()
  for (const one of works) if (one.status === 'rejected') throw one.reason
  if (down !== '' && !isAnswered) throw new Error(`The mail server takes no mail: ${down}`)
  return wordsOf(counts)

  async function work(): Promise<void> {
    const line = openLine()
    const giveUp = () => setTimeout(line.close, grace).unref()
    signal.addEventListener('abort', giveUp)
    try {
      await sendThrough(line)
    } finally {
      signal.removeEventListener('abort', giveUp)
      line.close()
    }
  }

  async function sendThrough(line: SmtpLine): Promise<void> {
    let done: Outcome | null = null
    let isDown = false
    for (;;) {
      const isMore = (await countDue(at(), 1)) > 0
      const wait = isMore ? pace.turn(performance.now()) : 0
      if (wait > 0 && done) {
        await desk.turn(done, false)
        done = null
      }
      if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => {}) // the signal is looked at below
      const goesOn = isMore && !signal.aborted && !isDown
      const mail: Claimed | null = done || goesOn ? await desk.turn(done, goesOn) : null
      if (!mail) return
      const sent = await deliver(line, mail)
      isDown = sent.is === 'down'
      if (!isDown) isAnswered = true
      else if (!signal.aborted) down = sent.answer
      done = outcomeOf(mail, sent, at())
      counts[done.is]++
    }
  }

  async function deliver(line: SmtpLine, mail: Claimed): Promise<Sent> {
    const letter = await letterOf(mail.letterId)
    if (!letter) return { is: 'rejected', answer: 'Its letter is no longer kept.' }
    const { from, message } = await write(mail, letter)
    return line.send({ from, to: mail.reader.email }, message)
  }

  /** The letters of the last few groups, as most readers share one with many. */
  function letterOf(id: number): Promise<Digest | null> {
    const letter = letters.get(id) ?? getLetter(id)
    letters.delete(id)
    letters.set(id, letter)
    const [oldest] = letters.keys()
    if (letters.size > mostLetters && oldest !== undefined) letters.delete(oldest)
    return letter
  }
}

const minute = 60_000
const day = 24 * 60 * minute
/** How long a letter is news, from when it was made: the day's until that of two days later comes. */
const newsFor = { daily: 2 * day, weekly: 7 * day }
const longestPause = 60 * minute
// Shutting down waits 5 s for jobs: what is given up a second before is still noted.
const grace = 4_000
// Of 100 KB at most.
const mostLetters = 50

/**
 * After a temporary failure a minute passes, twice that after each further one, an hour at most. Where the line failed
 * the mail was not, and a minute is enough.
 */
function outcomeOf(mail: Claimed, { is, answer }: Sent, now: number): Outcome {
  const known = { id: mail.id, readerId: mail.reader.id, answer }
  if (is === 'rejected') return { ...known, is: 'failed' }
  if (is !== 'later' && is !== 'down') return { ...known, is }
  const pause = is === 'down' ? minute : Math.min(minute * 2 ** (mail.attempts - 1), longestPause)
  const nextAt = now + pause
  const isNews = nextAt < mail.createdAt + newsFor[mail.issue.startsWith('weekly') ? 'weekly' : 'daily']
  return isNews ? { ...known, is: 'later', nextAt } : { ...known, is: 'failed' }
}

/**
 * Notes what was done and hands out what is next. Those who come while a write is under way share the one after it.
 */
function openDesk(at: () => number) {
  type Waiting = { wants: boolean; serve: (mail: Claimed | null) => void; fail: (cause: unknown) => void }
  let done: Outcome[] = []
  let waiting: Waiting[] = []
  let isBusy = false

  async function serve() {
    isBusy = true
    while (waiting.length > 0) {
      const [outcomes, served] = [done, waiting]
      done = []
      waiting = []
      try {
        const mails = await noteAndClaim(outcomes, served.filter(({ wants }) => wants).length, at())
        for (const one of served) one.serve((one.wants && mails.shift()) || null)
      } catch (cause) {
        done = [...outcomes, ...done]
        for (const one of served) one.fail(cause)
      }
    }
    isBusy = false
  }

  return {
    /** @returns the next mail; null when none is due or wanted */
    turn(outcome: Outcome | null, wants: boolean): Promise<Claimed | null> {
      if (outcome) done.push(outcome)
      return new Promise((resolve, reject) => {
        waiting.push({ wants, serve: resolve, fail: reject })
        if (!isBusy) void serve()
      })
    },
    /** Notes what a write that failed has left. */
    async close() {
      if (done.length > 0) await noteAndClaim(done, 0, at())
    },
  }
}

function wordsOf({ sent, refused, failed, later, unclear }: Record<Outcome['is'], number>): string {
  const words = [
    sent > 0 && `${plural(sent, 'letter')} sent`,
    later > 0 && `${later} to try again`,
    refused > 0 && `${refused} refused`,
    failed > 0 && `${failed} given up`,
    unclear > 0 && `${unclear} unclear`,
  ]
  return words.filter(Boolean).join(', ')
}
