import { listToEmbed } from '@/db/search-embedding'
import { hasUnsearched } from '@/db/search-news'
import { env } from '@/env'
import { embedPapers } from '@/jobs/embed'
import { exportJob } from '@/jobs/export'
import { ingest } from '@/jobs/ingest'
import type { Job } from '@/jobs/job'
import { letterJobs } from '@/jobs/letter-jobs'
import { prune } from '@/jobs/prune'
import { searchNews } from '@/jobs/searches'
import { refreshStars } from '@/jobs/stars'
import { tellOwner } from '@/jobs/webhook-notice'
import { hasNewsToTell, tellWebhooks } from '@/jobs/webhooks'
import { hourLength } from '@/lib/hours'
import { harvest } from '@/outside/arxiv-oai'
import { embeddingModel, makeEmbedder } from '@/outside/embed'
import { fetchStars } from '@/outside/github'
import { sendWebhook } from '@/outside/send-webhook'

/** All jobs, one line each. */
export const jobs: readonly Job[] = [
  {
    name: 'clean-up',
    every: hourLength,
    run: ({ now }) => prune(now),
  },
  {
    // arXiv announces once a day, at an hour that moves with its summer time and slips when it is late.
    name: 'ingest',
    every: 2 * hourLength,
    isOff: () => (env.INGEST_CATEGORIES.length > 0 ? null : 'INGEST_CATEGORIES names no categories'),
    run: (asked) => ingest({ categories: env.INGEST_CATEGORIES, harvest, ...asked }),
  },
  {
    name: 'stars',
    every: hourLength,
    isOff: () => (env.GITHUB_TOKEN ? null : 'GITHUB_TOKEN is not set'),
    run: ({ now, signal }) =>
      refreshStars({ fetchStars: (repository) => fetchStars(repository, { signal }), now, signal }),
  },
  {
    name: 'searches',
    every: 60_000,
    sooner: { look: 5_000, isNeeded: hasUnsearched },
    run: ({ signal }) => searchNews(signal),
  },
  {
    name: 'webhooks',
    every: 60_000,
    sooner: { look: 5_000, isNeeded: hasNewsToTell },
    run: ({ now, signal }) => tellWebhooks({ send: sendWebhook, tell: tellOwner, now, signal }),
  },
  exportJob,
  {
    name: 'embed',
    every: hourLength,
    sooner: { look: 5_000, isNeeded: async () => (await listToEmbed(embeddingModel, 1)).length > 0 },
    isOff: () => whyNotEmbed(),
    run: ({ signal }) => embedInBackground(signal),
  },
  ...letterJobs,
]

function whyNotEmbed(): string | null {
  if (env.EMBED === 'off') return 'EMBED is off'
  return env.SEARCH === 'words' ? 'SEARCH looks for words alone' : null
}

/** The model takes some hundred megabytes, so that it goes when there is nothing more to do. */
async function embedInBackground(signal: AbortSignal): Promise<string> {
  const embedder = makeEmbedder({ isLow: true })
  try {
    return await embedPapers({ model: embeddingModel, embed: embedder.embed, signal, most: 60_000 })
  } finally {
    await embedder.stop()
  }
}
