import { setImmediate as breathe } from 'node:timers/promises'
import { bringBack, type DueReader, enqueue, listDueReaders, listReadersAhead, type Mailing } from '@/db/due-readers'
import { listFinds, listIssueNews } from '@/db/letter-searches'
import { getLetterIds, keepLetters, listIssuePapers, type Rendered } from '@/db/letters'
import type { FeedClock } from '@/lib/days'
import { type Digest, renderDigest } from '@/lib/digest-letter'
import type { Found } from '@/lib/digest-words'
import { groupBy } from '@/lib/group-by'
import { type Choices, choicesKey, type LetterTime, nextLetterAt } from '@/lib/letter-choices'
import { issueAt } from '@/lib/letter-issue'
import type { Site } from '@/lib/letters'
import { plural } from '@/lib/text'

type Asked = { site: Site; clock: FeedClock; now: number; signal: AbortSignal }

/**
 * Puts the letters that are due into the outbox, fifty readers at a time. Each tells of the last day or week that
 * had closed, so that a reader who was due while the site was off gets the latest one, and not each that was missed.
 */
export async function prepareLetters({ site, clock, now, signal }: Asked): Promise<string> {
  const papersOf = remembered((issue: string) => issue, listIssuePapers)
  const newOf = remembered((issue: string) => issue, listIssueNews)
  const findsOf = remembered(
    ({ issue, asked }: { issue: string; asked: string }) => `${issue} ${asked}`,
    async ({ issue, asked }) => listFinds(await newOf(issue), asked),
  )
  const nextOf = remembered(
    ({ frequency, hour, timezone }: LetterTime) => `${frequency} ${hour} ${timezone}`,
    (time) => nextLetterAt(time, now, clock),
  )
  await bringReadersBack(Math.max(now, Date.now()), clock, signal)
  let [readers, queued] = [0, 0]
  for (let due = await listDueReaders(now, batch); due.length > 0; due = await listDueReaders(now, batch)) {
    // The database answers at once, so that nothing else of this process would run until all is done.
    await breathe()
    const mailings: Mailing[] = []
    for (const [issue, readersOf] of groupBy(due, ({ frequency }) => issueAt(frequency, now, clock)))
      mailings.push(...(await mailingsOf(issue, groupBy(readersOf, choicesKey))))
    if (signal.aborted) break
    queued += await enqueue(mailings, now)
    readers += due.length
  }
  return readers === 0 ? '' : `${plural(readers, 'reader')} due, ${plural(queued, 'letter')} to send`

  async function mailingsOf(issue: string, groups: Map<string, DueReader[]>): Promise<Mailing[]> {
    const ids = await getLetterIds(issue, [...groups.keys()])
    const missing: Rendered[] = []
    for (const [choices, [reader]] of groups) {
      const digest = reader && !ids.has(choices) ? await render(issue, reader) : null
      if (digest) missing.push({ issue, choices, digest })
    }
    for (let i = 0; i < missing.length; i += lettersAtOnce) {
      const some = missing.slice(i, i + lettersAtOnce)
      const kept = await keepLetters(some, now)
      for (const [at, { choices }] of some.entries()) ids.set(choices, kept[at] ?? 0)
    }
    return Array.from(groups, ([choices, group]) => ({
      issue,
      choices,
      letterId: ids.get(choices) ?? null,
      readers: group.map((reader) => ({ id: reader.id, nextAt: nextOf(reader) })),
    }))
  }

  async function render(issue: string, choices: Choices): Promise<Digest | null> {
    await breathe()
    if (signal.aborted) return null
    const found: Found[] = []
    for (const asked of [...(choices.searches ?? [])].sort()) {
      found.push({ asked, papers: await findsOf({ issue, asked }) })
      await breathe()
    }
    return renderDigest(site, issue, await papersOf(issue), choices, { found })
  }
}

/**
 * Readers who were due in a run as of a time to come, or by a clock that was wrong, wait until after it: they get the
 * time that they chose. What went out meanwhile goes to nobody twice.
 */
async function bringReadersBack(now: number, clock: FeedClock, signal: AbortSignal): Promise<void> {
  for (const frequency of ['daily', 'weekly'] as const) {
    while (!signal.aborted) {
      const ahead = await listReadersAhead(frequency, now, batch)
      const late = ahead.flatMap((reader) => {
        const nextAt = nextLetterAt(reader, now, clock)
        return reader.nextAt !== null && reader.nextAt > nextAt ? { id: reader.id, nextAt } : []
      })
      if (late.length === 0) break
      await bringBack(late)
      await breathe()
    }
  }
}

// Transactions of a few hundredths of a second: votes wait no longer.
const batch = 50
const lettersAtOnce = 20

/** The same question is asked once. */
function remembered<In, Out>(keyOf: (asked: In) => string, find: (asked: In) => Out): (asked: In) => Out {
  const known = new Map<string, Out>()
  return (asked) => {
    const key = keyOf(asked)
    const found = known.get(key) ?? find(asked)
    known.set(key, found)
    return found
  }
}
