import { getArchive, makeArchive } from '@/db/archive-folder'
import { archivePlace } from '@/db/archive-place'
import { env, feedClock } from '@/env'
import type { Job } from '@/jobs/job'
import type { Manifest } from '@/lib/archive-manifest'
import { feedDay } from '@/lib/days'
import { hourLength } from '@/lib/hours'
import { bytesInWords, plural } from '@/lib/text'

/** Once a day, soon after the feed day has turned: then the day before stands as it will. */
export const exportJob: Job = {
  name: 'export',
  every: 24 * hourLength,
  sooner: { look: 60_000, isNeeded: isOfADayBefore },
  isOff: () => (env.EXPORT === 'on' ? null : 'EXPORT is off'),
  run: async ({ signal }) => archiveInWords(await makeArchive(archivePlace, signal)),
}

/** `8,506 papers, 12 comments, 9.4 MB` */
export function archiveInWords({ files }: Manifest): string {
  const linesOf = (wanted: string) => files.find(({ name }) => name === wanted)?.lines ?? 0
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    plural(linesOf('papers.jsonl.gz'), 'paper'),
    plural(linesOf('comments.jsonl.gz'), 'comment'),
    bytesInWords(bytes),
  ].join(', ')
}

async function isOfADayBefore(now: number): Promise<boolean> {
  const archive = await getArchive(archivePlace).catch(() => null) // what is wrong with it, the run says
  return archive === null || feedDay(Date.parse(archive.madeAt), feedClock) < feedDay(now, feedClock)
}
