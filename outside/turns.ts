import { setTimeout as sleep } from 'node:timers/promises'
import { moveTurn, takeTurn, turnFreeAt } from '@/db/paces'

/** Lets the next have the turn, so many ms from now. */
export type EndTurn = (pause: number) => Promise<void>

type Waiting = {
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
// After a kill, others wait so long. It is renewed well before.
const lease = 10_000

/** Waits until a service may be asked, and takes it for oneself. @returns null when it cannot be had in time */
export async function waitForTurn(host: string, { deadline, isPatient, signal }: Waiting): Promise<EndTurn | null> {
  const grace = isPatient ? courtesy : 0
  for (;;) {
    const now = Date.now()
    const freeAt = (await turnFreeAt(host)) + grace
    if (freeAt <= now) {
      const until = now + lease
      if (await takeTurn(host, { freeSince: now - grace, until })) return hold(host, until)
    }
    // No turn is held that far ahead: the service itself has said when it wants to be asked again.
    const isFar = freeAt - now > 2 * lease && freeAt > deadline
    if (isFar || now >= deadline) return null
    await sleep(Math.max(1, Math.min(look, freeAt > now ? freeAt - now : look, deadline - now)), undefined, { signal })
  }
}

function hold(host: string, taken: number): EndTurn {
  let until = taken
  let moving: Promise<unknown> = Promise.resolve()
  const move = (freeAt: number) => {
    const moved = moving.then(async () => {
      if (await moveTurn(host, until, freeAt)) until = freeAt
    })
    moving = moved.catch(() => {}) // it runs out by itself
    return moved
  }
  const beat = setInterval(() => move(Date.now() + lease).catch(() => {}), lease / 3)
  return (pause) => {
    clearInterval(beat)
    return move(Date.now() + pause)
  }
}
