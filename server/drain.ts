import type { Server } from 'node:http'
import { log, logError } from '@/server/log'

type Options = {
  servers: readonly Server[]
  /** Ends what would go on for ever. */
  endStreams: () => void
  /** Ms that requests under way get. */
  patience?: number
}

/** Stops listening, ends streams, lets requests finish. Resolves when no connection is left. */
export async function drain({ servers, endStreams, patience = 3_000 }: Options): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())))
  endStreams()
  // A keep-alive connection is idle between two requests only: look again and again.
  const sweep = setInterval(() => servers.forEach((server) => void server.closeIdleConnections()), 50)
  const force = setTimeout(() => servers.forEach((server) => void server.closeAllConnections()), patience)
  await Promise.all(closed)
  clearInterval(sweep)
  clearTimeout(force)
}

/** Runs `stop` on the first SIGTERM or SIGINT and ends the process. A second one, later than npm's echo, forces. */
export function onStopSignal(stop: () => Promise<void>): void {
  let since: number | null = null
  const handle = (signal: NodeJS.Signals) => {
    if (since !== null) {
      if (performance.now() - since > 1_000) process.exit(1)
      return
    }
    since = performance.now()
    log(`${signal}: finishing what is under way`)
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logError('Stopping failed', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}
