import { type CodeToCount, keepStars, listStarsDue } from '@/db/code-stars'
import { githubRepository } from '@/lib/github-address'
import { plural } from '@/lib/text'
import { Outside } from '@/outside/polite'

type Asked = {
  /** @returns null when there is no such repository */
  fetchStars: (repository: string) => Promise<number | null>
  now: number
  signal: AbortSignal
}

const week = 7 * 86_400_000
// GitHub allows 5,000 an hour; a run every hour leaves the token to others, and goes through 16,800 papers a week.
const most = 100

// When the first so many cannot be read, it is no fault of theirs.
const mostUnread = 10

/**
 * Counts the stars of code anew that were counted a week ago or never, the longest ago first. A repository of which
 * GitHub says what cannot be read keeps its number for a week, as long as another can be read.
 */
export async function refreshStars({ fetchStars, now, signal }: Asked): Promise<string> {
  const unread: { code: CodeToCount; fault: Outside }[] = []
  let counted = 0
  for (const code of await listStarsDue(now - week, most)) {
    if (signal.aborted || (counted === 0 && unread.length === mostUnread)) break
    const repository = githubRepository(code.codeUrl)
    const stars = repository ? await fetchStars(repository).catch(onlyBroken) : null
    if (stars instanceof Outside) {
      unread.push({ code, fault: stars })
      continue
    }
    await keepStars(code, stars, now)
    if (repository) counted++
  }
  if (counted === 0 && unread[0]) throw unread[0].fault
  for (const { code } of unread) await keepStars(code, null, now)
  const said = `${plural(counted, 'repository', 'repositories')} counted`
  return unread.length > 0 ? `${said}, ${unread.length} could not be read` : said
}

/** @throws any other error than an answer that cannot be read */
function onlyBroken(error: unknown): Outside {
  if (error instanceof Outside && error.kind === 'broken') return error
  throw error
}
