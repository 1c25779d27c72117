import { setTimeout as sleep } from 'node:timers/promises'
import { giveTurnBack, takeTurn, turnFreeAt } from '@/db/paces'

export type Turn = {
  /** Lets the next have it, so many ms from now. */
  end: (pause: number) => Promise<void>
}

type Waiting = {
  /** Ms that the turn may be needed. */
  length: number
  /** When to give up (ms since 1970). */
  deadline: number
  /** Whether others, for whom somebody waits, go first. */
  isPatient: boolean
  signal?: AbortSignal
}

// Between two looks whether a turn has come: another process ends its own when it likes.
const look = 200
// Longer than two looks of those who go first.
const courtesy = 500

/** Waits until a service may be asked, and takes it for oneself. @returns null when it cannot be had in time */
export async function waitForTurn(
  host: string,
  { length, deadline, isPatient, signal }: Waiting,
): Promise<Turn | null> {
  const grace = isPatient ? courtesy : 0
  for (;;) {
    const now = Date.now()
    const freeAt = (await turnFreeAt(host)) + grace
    if (freeAt <= now) {
      const until = now + length
      if (await takeTurn(host, { freeSince: now - grace, until })) {
        return { end: (pause) => giveTurnBack(host, until, Date.now() + pause) }
      }
    }
    // No turn lasts that long: the service itself has said when it wants to be asked again.
    const isFar = freeAt - now > longestTurn && freeAt > deadline
    if (isFar || now >= deadline) return null
    await sleep(Math.max(1, Math.min(look, freeAt > now ? freeAt - now : look, deadline - now)), undefined, { signal })
  }
}

/** Ms; the longest that anybody takes a turn for. */
export const longestTurn = 120_000
