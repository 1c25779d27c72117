import { importPapers } from './support/commands'
import { item } from './support/lists'
import { days, paper } from './support/papers'
import { expect, test } from './support/test'

/* Ids of a space of their own: stories run side by side, and a paper comes once. */

// Some of them import while the site serves, which starts a program.
test.describe.configure({ timeout: 90_000 })

test('Mira saves a search, a paper comes for it and is marked as new, and she removes the search', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto('/papers/search?q=vineyards+ladybird')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await page.getByRole('link', { name: 'Saved', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'vineyards ladybird', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing has come yet.' })).toBeVisible()

  await bring('2603.95001', 'Ladybirds in Vineyards')
  await bring('2603.95002', 'Ladybirds Elsewhere')
  await page.goto('/searches')
  const line = page.getByRole('listitem').filter({ hasText: 'vineyards ladybird' })
  await expect(async () => {
    await page.reload()
    await expect(line.getByText('1 new')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.goto('/following')
  await page.getByRole('link', { name: 'vineyards ladybird' }).click()
  await expect(item(page, 'Ladybirds in Vineyards').getByText('New', { exact: true })).toBeVisible()
  await expect(item(page, 'Ladybirds Elsewhere')).toBeHidden()
  await page.goto('/searches')
  await expect(line.getByText('1 new')).toBeHidden()

  await line.getByRole('link', { name: 'vineyards ladybird', exact: true }).click()
  await page.getByText('Remove this search').click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('The search is removed.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No search is saved yet.' })).toBeVisible()
})

test('without JavaScript Tove saves a search, names it, and leaves it out of her letter', async ({ join }) => {
  const { page } = await join('tove', { javaScriptEnabled: false })
  await page.goto('/searches?cat=cs.LG')
  await expect(page.getByText('Only in cs.LG.')).toBeVisible()
  await page.getByLabel('Looks for').fill('tides -moon')
  await page.getByLabel('Name').fill('Tides')
  await page.getByRole('button', { name: 'Save it' }).click()
  await expect(page.getByText('Saved. What comes from now on is shown here.')).toBeVisible()
  await expect(page.getByText('tides -moon, in cs.LG')).toBeVisible()

  await page.getByRole('link', { name: 'Tides', exact: true }).click()
  await expect(page.getByLabel('Address of its feed')).toHaveValue(/\/feeds\/search\.rss\?q=tides\+-moon&cat=cs\.LG$/)
  await page.getByLabel('Name').fill('High tides')
  await page.getByLabel('Not a part of it').check()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'High tides', level: 1 })).toBeVisible()
  await page.goto('/searches')
  await expect(page.getByText('in your letter')).toBeHidden()
})

test('who is signed out signs in first, and finds what they wanted to save', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/papers/search?q=vineyards&votes=2')
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect(page).toHaveURL(/\/signin\?next=%2Fsearches%3Fq%3Dvineyards%26votes%3D2/)
  await context.close()
})

function bring(id: string, title: string): Promise<void> {
  const { E2E_DATABASE_URL = '', E2E_FOLDER = '' } = process.env
  return importPapers([paper(id, days.afterKeys, 30, title)], E2E_DATABASE_URL, E2E_FOLDER)
}
