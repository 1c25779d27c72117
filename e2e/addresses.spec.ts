import { days, emptyDay } from './support/papers'
import { expect, test } from './support/test'

for (const path of [
  '/papers/date/2026-02-30',
  '/papers/date/2026-3-2',
  '/papers/date/yesterday',
  '/papers/week/2026-W54',
  '/papers/month/2026-13',
  '/digest/2026-W54',
  '/digest/today',
  '/papers/2603.00000',
  '/papers/no-such-thing',
  '/user/nobody-of-that-name',
  '/nothing/here',
]) {
  test(`${path} is no page here, and says so with 404`, async ({ page }) => {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  })
}

test('a day without papers is a page that says where papers are', async ({ page }) => {
  const answer = await page.goto(`/papers/date/${emptyDay}`)
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: 'Saturday, March 7' })).toBeVisible()
  await expect(page.getByRole('link', { name: /March 6/ }).first()).toHaveAttribute('href', `/papers/date/${days.keys}`)
})

for (const [id, title] of [
  ['cs/9809007', 'An Old Note on Ropes and Strings'],
  ['math.GT/0309136', 'Knots That Come Undone Overnight'],
] as const) {
  test(`the paper ${id} has one page, however its slash is written`, async ({ page, request }) => {
    const own = `/papers/${id}`
    for (const path of [own, `/papers/${id.replace('/', '%2F')}`]) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(200)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
      expect(new URL(canonical ?? '').pathname).toBe(own)
    }
    for (const path of [`/api/papers/${id}`, `/api/papers/${id.replace('/', '%2F')}`]) {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(200)
      expect(await answer.json()).toMatchObject({ id, title })
    }
    for (const path of [`/api/papers/${id}/comments`, `/api/papers/${id.replace('/', '%2F')}/comments`]) {
      expect((await request.get(path)).status(), path).toBe(200)
    }
  })
}

test('a day’s page links to each paper by its own address', async ({ page }) => {
  await page.goto(`/papers/date/${days.hard}`)
  const article = page.locator('article[data-paper="math.GT/0309136"]')
  await expect(article).toHaveAttribute('data-upvotes', '2')
  await article.getByRole('link', { name: 'Knots That Come Undone Overnight' }).click()
  await expect(page).toHaveURL(/\/papers\/math\.GT\/0309136$/)
})

test('machines find their way: icon, robots, sitemap, health', async ({ request, page }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain('sitemap')
  const sitemap = /<loc>([^<]*lists\.xml)<\/loc>/.exec(await (await request.get('/sitemap.xml')).text())?.[1]
  expect(await (await request.get(sitemap ?? '')).text()).toContain(`/papers/date/${days.newest}`)
  expect((await request.get('/api/health')).status()).toBe(200)
  await page.goto('/papers/2603.90002')
  await expect(page).toHaveTitle(/Sorting in/)
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const image = await request.get(picture ?? '')
  expect(image.headers()['content-type']).toContain('image/png')
  const icon = await page.locator('link[rel="icon"]').first().getAttribute('href')
  expect((await request.get(icon ?? '')).status()).toBe(200)
})
