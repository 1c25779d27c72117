import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type RunningSite, startSite } from '@/testing/running-site'
import { settingsIn } from './site'

export { expect } from '@playwright/test'

/** Somebody with a browser of their own, signed in under a name that no other test uses. */
export type Person = { name: string; page: Page; context: BrowserContext }

type Fixtures = {
  /** For stories in which a page has reason to report a fault. */
  mayReportFaults: boolean
  /** A browser of somebody who is not signed in, somewhere else than everybody else. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
  /** Somebody who has an account, made through the site's own route. */
  join: (name: string, options?: BrowserContextOptions) => Promise<Person>
  /** A site of its own, on an empty database, for a story that would disturb the others. */
  ownSite: (settings?: Record<string, string>) => Promise<RunningSite & { databaseUrl: string }>
}

export const password = 'correct horse battery'

/** The test of every story. A page that reports a fault of its own fails the story. */
export const test = base.extend<Fixtures>({
  mayReportFaults: [false, { option: true }],

  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => use({ ...extraHTTPHeaders, 'X-Forwarded-For': newAddress() }),

  page: async ({ page, mayReportFaults }, use) => {
    const faults = faultsOf(page)
    await use(page)
    if (!mayReportFaults) expect(faults, 'faults that the page reported').toEqual([])
  },

  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[][] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...options,
        extraHTTPHeaders: { 'X-Forwarded-For': newAddress() },
      })
      contexts.push(context)
      const page = await context.newPage()
      faults.push(faultsOf(page))
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(faults.flat(), 'faults that the pages reported').toEqual([])
  },

  join: async ({ visit, baseURL }, use, { testId, retry }) => {
    const suffix = createHash('sha256').update(`${testId} ${retry}`).digest('hex').slice(0, 5)
    await use(async (who, options) => {
      const page = await visit(options)
      const context = page.context()
      const name = `${who}-${suffix}`
      const answer = await context.request.post('/api/signup', {
        headers: { origin: baseURL ?? '' },
        data: { name, password },
      })
      expect(answer.status(), `${name} signs up`).toBe(201)
      return { name, page, context }
    })
  },

  // Playwright reads from the pattern what a fixture needs, so there has to be one.
  ownSite: async ({ locale: _ }, use) => {
    const folder = mkdtempSync(joinPath(tmpdir(), 'daily-papers-own-'))
    const sites: RunningSite[] = []
    await use(async (more = {}) => {
      const settings = { ...settingsIn(folder), ...more }
      const site = await startSite(settings)
      sites.push(site)
      return { ...site, databaseUrl: settings.DATABASE_URL }
    })
    await Promise.all(sites.map((site) => site.end('SIGTERM')))
    rmSync(folder, { recursive: true, force: true })
  },
})

let visitors = 0

/** An address that no other visitor has; workers that are replaced get a new index. */
function newAddress(): string {
  const n = visitors++
  return `10.${process.env.TEST_WORKER_INDEX ?? 0}.${Math.floor(n / 250)}.${(n % 250) + 1}`
}

/** What goes wrong inside a page: uncaught errors, HTML that does not match, scripts that the policy stopped. */
function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (/Content.Security.Policy|hydrat|Minified React error/i.test(text)) faults.push(text)
  })
  return faults
}
