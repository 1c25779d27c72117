import { keepStars, listStarsDue } from '@/db/code-stars'
import { githubRepository } from '@/lib/github-address'
import { plural } from '@/lib/text'

type Asked = {
  /** @returns null when there is no such repository */
  fetchStars: (repository: string) => Promise<number | null>
  now: number
  signal: AbortSignal
}

const week = 7 * 86_400_000
// GitHub allows 5,000 an hour; a run every hour leaves the token to others, and goes through 16,800 papers a week.
const most = 100

/** Counts the stars of code anew that were counted a week ago or never, the longest ago first. */
export async function refreshStars({ fetchStars, now, signal }: Asked): Promise<string> {
  let counted = 0
  for (const code of await listStarsDue(now - week, most)) {
    if (signal.aborted) break
    const repository = githubRepository(code.codeUrl)
    await keepStars(code, repository ? await fetchStars(repository) : null, now)
    counted++
  }
  return `${plural(counted, 'repository', 'repositories')} counted`
}
