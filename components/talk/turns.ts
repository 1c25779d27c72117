type Run = () => Promise<void>

/**
 * Runs one at a time; of those asked for meanwhile only one more, as it sees what all of them would. One that fails is
 * reported and keeps nobody from their turn.
 * @param report the page's own log of errors, unless said otherwise
 */
export function turns(report: (error: unknown) => void = (error) => reportError(error)): (run: Run) => void {
  let isRunning = false
  let next: Run | null = null
  const start = async (first: Run) => {
    isRunning = true
    for (let run: Run | null = first; run; run = next) {
      next = null
      await run().catch(report)
    }
    isRunning = false
  }
  return (run) => {
    if (isRunning) next = run
    else void start(run)
  }
}
