/** What time does: one plain async function that can be stopped, killed and run again. */
export type Job = {
  name: string
  /** Ms between the start of one run and the next. */
  every: number
  /**
   * For what somebody waits for: each process looks so often (ms) whether there is something to do, and runs it then
   * ahead of its time. A look only reads, so that a site on which nothing happens writes next to nothing.
   */
  sooner?: { look: number; isNeeded: (now: number) => Promise<boolean> }
  /** Why the settings leave nothing for it to do, as admins are shown it; null when there is something. */
  isOff?: () => string | null
  /**
   * One run, as of an instant. It stops soon after the signal, leaving nothing half done, and when it is run again it
   * goes on from there.
   * @returns what it did, in a few words for the admin's page; '' when there was nothing to do
   */
  run: (asked: { now: number; signal: AbortSignal }) => Promise<string>
}
