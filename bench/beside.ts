import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A program of this folder that runs beside, in a process of its own, and answers one order after another. */
export type Beside<Order, Report> = { ask: (order: Order) => Promise<Report>; stop: () => Promise<void> }

/** Starts one. @throws from ask, when it ends before it has answered */
export function startBeside<Order, Report>(file: string): Beside<Order, Report> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    ask: (order) => answerOf(child, file, order),
    async stop() {
      if (child.connected) child.disconnect()
      child.kill()
      await ended
    },
  }
}

/** The other end: answers each order that comes. */
export function answerOrders<Order, Report>(answer: (order: Order) => Promise<Report>): void {
  process.on('disconnect', () => process.exit()) // whoever asked has gone, however it ended
  process.on('message', async (order: Order) => {
    process.send?.(await answer(order))
  })
}

function answerOf<Order, Report>(child: ChildProcess, file: string, order: Order): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${file} ended (${code}) before it answered.`))
    child.once('exit', onExit)
    child.once('message', (report) => {
      child.off('exit', onExit)
      resolve(report as Report) // answerOrders of that file sent it
    })
    child.send(order as object)
  })
}
