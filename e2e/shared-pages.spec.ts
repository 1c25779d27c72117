import { days } from './support/papers'
import { expect, test } from './support/test'

const pages = [
  '/',
  `/papers/date/${days.hard}`,
  '/papers/week/2026-W10',
  '/papers/month/2026-03',
  '/papers/2603.90003',
  `/digest/${days.hard}`,
  '/digest/2026-W10',
]

test('the HTML of a shared page is the same, byte for byte, for Mira and for nobody', async ({ join, visit }) => {
  const mira = await join('mira')
  const stranger = await visit()
  for (const path of pages) {
    const own = await mira.context.request.get(path)
    const others = await stranger.context().request.get(path)
    expect(own.status()).toBe(200)
    expect(Buffer.compare(await own.body(), await others.body()), path).toBe(0)
    expect(await own.text()).not.toContain(mira.name)
  }
})

test('reading without an account leaves no cookie', async ({ page, context }) => {
  test.setTimeout(60_000)
  const set: string[] = []
  page.on('response', async (response) => {
    if ((await response.headerValue('set-cookie')) !== null) set.push(response.url())
  })
  for (const path of pages) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(set).toEqual([])
  expect(await context.cookies()).toEqual([])
})

test('a signed-out reader’s page asks nothing about them', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/live')).toEqual([])
})
