import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { envSchema } from '@/env'
import { monthOf, weekOf } from '@/lib/days'
import { launchOptions } from '@/scripts/browser'
import { type RunningSite, startSite } from '@/testing/running-site'

const usage = `npm run screenshots -- [--all DIR]

Takes the README's pictures from the bundled sample into docs/pictures.
  --all DIR   every page instead, whole, at 1280 and 390 pixels, light and dark, into DIR`

const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } } as const
const schemes = ['light', 'dark'] as const

type Shot = { file: string; path: string; whole: boolean; look: BrowserContextOptions }

process.exitCode = await main()

/** @returns the exit code: 0 done, 2 it was asked wrongly */
async function main(): Promise<number> {
  const all = readArguments()
  if (all === undefined) {
    console.error(usage)
    return 2
  }
  const folder = all === null ? 'docs/pictures' : resolve(process.env.INIT_CWD ?? '.', all)
  mkdirSync(folder, { recursive: true })
  const home = mkdtempSync(join(tmpdir(), 'daily-papers-pictures-'))
  const site = await startSite(settingsIn(home), 5 * 60_000)
  const browser = await chromium.launch(launchOptions())
  try {
    const pages = await listPages(site)
    const shots = all === null ? readmeShots(pages, folder) : everyShot(pages, folder)
    for (const shot of shots) await take(browser, site, shot)
  } finally {
    await browser.close()
    await site.end('SIGTERM')
    rmSync(home, { recursive: true, force: true })
  }
  return 0
}

/** The default settings, whatever .env says, on a new database with the sample. */
function settingsIn(home: string): Record<string, string> {
  const unset = Object.fromEntries(Object.keys(envSchema.in.shape).map((name) => [name, '']))
  return { ...unset, DATABASE_URL: `file:${join(home, 'papers.db')}` }
}

type Pages = Record<string, string>

/** Addresses of the sample's pages by the name that a picture gets. */
async function listPages({ url }: RunningSite): Promise<Pages> {
  type Listed = { paper: { id: string }; publishedAt: string; numComments: number; submittedBy?: { user: string } }
  const papers: Listed[] = await (await fetch(`${url}/api/daily_papers?limit=100`)).json()
  const today = papers[0]?.publishedAt.slice(0, 10) ?? ''
  const talked = papers.toSorted((a, b) => b.numComments - a.numComments)[0]
  return {
    day: '/',
    week: `/papers/week/${weekOf(today)}`,
    month: `/papers/month/${monthOf(today)}`,
    trending: '/papers/trending',
    paper: `/papers/${talked?.paper.id}`,
    similar: `/papers/${talked?.paper.id}/similar`,
    search: '/papers/search',
    found: '/papers/search?q=language+model+reasoning',
    'nothing-found': '/papers/search?q=title%3Azebra+votes%3A%3E900',
    new: '/new',
    submit: '/submit',
    tools: '/about/tools',
    api: '/api',
    user: `/user/${papers.find(({ submittedBy }) => submittedBy)?.submittedBy?.user}`,
    comments: '/comments',
    moderation: '/moderation',
    about: '/about',
    signin: '/signin',
    signup: '/signup',
    settings: '/settings',
    'empty-day': '/papers/date/2000-01-01',
    'not-found': '/nothing/here',
  }
}

function readmeShots({ day = '', paper = '' }: Pages, folder: string): Shot[] {
  const shot = (name: string, path: string, width: keyof typeof sizes, colorScheme: (typeof schemes)[number]) => ({
    file: join(folder, `${name}.png`),
    path,
    whole: false,
    look: { viewport: sizes[width], colorScheme },
  })
  return [
    shot('day', day, 1280, 'light'),
    shot('day-dark', day, 1280, 'dark'),
    shot('paper', paper, 1280, 'light'),
    shot('day-phone', day, 390, 'light'),
    shot('paper-phone', `${paper}#talk`, 390, 'dark'),
  ]
}

function everyShot(pages: Pages, folder: string): Shot[] {
  return Object.entries(pages).flatMap(([name, path]) =>
    Object.entries(sizes).flatMap(([width, viewport]) =>
      schemes.map((colorScheme) => ({
        file: join(folder, `${name}-${width}-${colorScheme}.png`),
        path,
        whole: true,
        look: { viewport, colorScheme },
      })),
    ),
  )
}

async function take(browser: Browser, site: RunningSite, { file, path, whole, look }: Shot): Promise<void> {
  const context = await browser.newContext({ ...look, baseURL: site.url, reducedMotion: 'reduce' })
  if (path === '/settings') await signIn(context.request, site)
  const page = await context.newPage()
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300) // what the browser adds by itself
  await page.screenshot({ path: file, fullPage: whole })
  await context.close()
  console.log(file)
}

/** The same member each time: the second time she is there already. */
async function signIn(request: Awaited<ReturnType<Browser['newContext']>>['request'], { url }: RunningSite) {
  const mira = { headers: { origin: url }, data: { name: 'mira', password: 'correct horse battery' } }
  const made = await request.post('/api/signup', mira)
  if (!made.ok()) await request.post('/api/signin', mira)
}

/** @returns the folder for all pictures, null for the README's, undefined when the arguments do not fit */
function readArguments(): string | null | undefined {
  try {
    return parseArgs({ options: { all: { type: 'string' } } }).values.all ?? null
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
