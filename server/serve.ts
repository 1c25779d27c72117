import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { archivePlace } from '@/db/archive-place'
import { closeDatabase } from '@/db/client'
import { ensureHeats } from '@/db/heats'
import { lastJournalId, listJournalSince, watchJournal } from '@/db/journal'
import { migrate } from '@/db/migrate'
import { getNumbers } from '@/db/papers'
import { isEmpty, loadSample } from '@/db/sample'
import { env } from '@/env'
import { jobs } from '@/jobs/all'
import { tagsOf } from '@/lib/page-tags'
import { searchAddress } from '@/lib/search-address'
import { makeAdminPath } from '@/server/admin-link'
import { ArchiveDoor } from '@/server/archive-door'
import { drain, onStopSignal } from '@/server/drain'
import { fillFrom } from '@/server/fill'
import {
  addressOf,
  fail,
  fillHandler,
  type Handler,
  limitPages,
  notYet,
  pastTheCache,
  readAllowance,
} from '@/server/front'
import { protectiveHeaders } from '@/server/headers'
import { JournalFollower } from '@/server/journal-follower'
import { Live } from '@/server/live'
import { LiveDoor } from '@/server/live-door'
import { log } from '@/server/log'
import { withMissingPage } from '@/server/missing-page'
import { PageCache } from '@/server/page-cache'
import { schedule } from '@/server/scheduler'
import { StaticFiles } from '@/server/static-files'
import { step } from '@/server/steps'
import { allowFrom } from '@/server/wrong-method'

/** Starts the site: migrates, loads the sample into an empty database, prepares Next, and serves until a signal. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  let handler = notYet
  const outer = createServer((request, response) => handler(request, response))
  outer.keepAliveTimeout = 65_000 // longer than the proxies in front, which would write into a closing connection
  await listen(outer, env.PORT, env.HOST)

  await step('Database migrated', migrate)
  await step('Heats checked', ensureHeats)
  if (env.SAMPLE === 'on' && (await isEmpty())) await step('Sample loaded', () => loadSample(Date.now()))

  const app = next({ dev, dir: process.cwd(), hostname: env.HOST, port: env.PORT, httpServer: outer })
  await step('Next prepared', () => app.prepare())
  const toNext = app.getRequestHandler()

  const secret = randomBytes(32).toString('base64url')
  const inner = createServer(fillHandler(toNext, secret))
  inner.keepAliveTimeout = 0 // a fill must not meet a connection that is being closed
  const port = await listen(inner, 0, '127.0.0.1')

  const past = pastTheCache(toNext, {
    dev,
    onWrite: () => follower.poke(),
    limit: limitPages,
    allowOf: allowFrom({ port, secret }),
  })
  const fetch = withMissingPage(fillFrom({ port, secret, siteUrl: env.SITE_URL, deadline: 15_000, maxBytes: 4 << 20 }))
  // A cache that is shared between readers, as behind a proxy, may keep a page for a second as we do.
  const cacheControl = `public, max-age=0, ${env.TRUST_PROXY > 0 ? 's-maxage=1, ' : ''}must-revalidate`
  const cache = new PageCache({
    fetch,
    past,
    headers: protectiveHeaders,
    limit: limitPages,
    aside: readAllowance,
    cacheControl,
  })
  const live = new Live({ numbers: getNumbers, listSince: listJournalSince, place: () => follower.place })
  const follower = new JournalFollower({
    listSince: listJournalSince,
    lastId: lastJournalId,
    onRows(rows) {
      for (const row of rows) cache.forget(tagsOf(row))
      live.tell(rows)
    },
  })
  await follower.start()
  const watching = new AbortController()
  await watchJournal(() => follower.poke(), watching.signal)
  const stopJobs = await schedule(jobs)

  const liveDoor = new LiveDoor(live, addressOf)
  const archiveDoor = new ArchiveDoor(archivePlace, addressOf)
  const files = dev ? null : await StaticFiles.of(resolve(process.env.NEXT_DIST_DIR || '.next'))
  if (!dev) await step('First page made', () => firstPage(cache))
  handler = route({ cache: dev ? null : cache, files, archiveDoor, liveDoor, past })
  onStopSignal(async () => {
    const jobsStopped = stopJobs()
    await drain({ servers: [outer], endStreams: () => live.end() })
    inner.closeAllConnections()
    inner.close()
    watching.abort()
    await jobsStopped
    await follower.stop()
    await closeDatabase()
  })

  log(`\n${env.SITE_NAME} is at ${env.SITE_URL}`)
  const adminPath = await makeAdminPath(Date.now())
  if (adminPath) log(`Nobody is admin yet. This link makes you one, once: ${env.SITE_URL}${adminPath}`)
  // The first search waits for the model to be loaded: nobody should be the one who asks it. Should it fail, the next
  // one loads it.
  if (!dev) fetch({ path: `${searchAddress}?q=a`, accept: 'text/html', policy: '' }).catch(() => {})
}

type Parts = {
  cache: PageCache | null
  files: StaticFiles | null
  archiveDoor: ArchiveDoor
  liveDoor: LiveDoor
  past: Handler
}

function route({ cache, files, archiveDoor, liveDoor, past }: Parts): Handler {
  return (request, response) => {
    const { url = '' } = request
    try {
      if (url.startsWith('/_next/static/') && files?.handle(request, response)) return
      if (cache?.handle(request, response)) return
      if (url.startsWith('/export/') && archiveDoor.handle(request, response)) return
      if (url !== '/api/live' && !url.startsWith('/api/live?')) return past(request, response)
      liveDoor.handle(request, response).catch((error: unknown) => fail(request, response, error))
    } catch (error) {
      fail(request, response, error)
    }
  }
}

async function firstPage(cache: PageCache): Promise<void> {
  const status = await cache.warm('/')
  if (status >= 500) throw new Error('The first page could not be made; the reason stands above.')
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
