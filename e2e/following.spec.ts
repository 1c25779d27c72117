import type { APIRequestContext } from '@playwright/test'
import { importPapers } from './support/commands'
import { item, titles } from './support/lists'
import { days, paper } from './support/papers'
import { expect, test } from './support/test'

/* Ids of a space of their own: stories run side by side, and a paper comes once. */

// Some of them import while the site serves, which starts a program.
test.describe.configure({ timeout: 90_000 })

test('Mira follows an author from a paper’s page, and what comes next is marked as new', async ({ join }) => {
  const { page } = await join('mira')
  await page.goto('/papers/2603.90301')
  await page.getByRole('button', { name: /^Follow Björn Quill 2$/ }).click()
  await expect(page.getByRole('button', { name: 'Following Björn Quill 2' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Following Björn Quill 2' })).toBeVisible()

  await page.goto('/following')
  const known = item(page, 'Weather for Vineyards, Part 2')
  await expect(known.getByText('Björn Quill 2')).toBeVisible()
  await expect(known.getByText('New', { exact: true })).toBeHidden()

  await bring('2603.92001', 'Weather Nobody Foresaw', ['Bjorn QUILL 2'])
  await page.reload()
  await expect(item(page, 'Weather Nobody Foresaw').getByText('New', { exact: true })).toBeVisible()
  await page.reload()
  await expect(item(page, 'Weather Nobody Foresaw').getByText('New', { exact: true })).toBeVisible()
})

test('a muted word hides a paper from one’s own list, and from a day until it is asked for', async ({
  join,
  baseURL,
}) => {
  const { page, context } = await join('tove')
  await bring('2603.92011', 'Tidal Ropes', ['Bo Ek'])
  await bring('2603.92012', 'Tidal Ropes, Considered Quantum', ['Bo Ek'])
  await say(context.request, baseURL, { kind: 'keyword', value: 'tidal ropes' })
  await page.goto('/following')
  await expect
    .poll(() => titles(page))
    .toEqual(expect.arrayContaining(['Tidal Ropes', 'Tidal Ropes, Considered Quantum']))

  await page.getByLabel('Word or phrase').fill('quantum')
  await page.getByRole('button', { name: 'Mute', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unmute quantum' })).toBeVisible()
  await expect.poll(() => titles(page)).toEqual(['Tidal Ropes'])

  await page.goto(`/papers/date/${days.afterKeys}`)
  await expect(page.getByText('1 paper hidden by your muted words.')).toBeVisible()
  await expect(item(page, 'Tidal Ropes, Considered Quantum')).toBeHidden()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(item(page, 'Tidal Ropes, Considered Quantum')).toBeVisible()

  await page.goto('/following')
  await page.getByRole('button', { name: 'Unmute quantum' }).click()
  await expect(item(page, 'Tidal Ropes, Considered Quantum')).toBeVisible()
})

test('who is signed out is led to signing in, and back with what they wanted to follow', async ({ page }) => {
  await page.goto('/following')
  await expect(page).toHaveURL(/\/signin\?next=%2Ffollowing$/)
  await page.goto('/papers/2603.90301')
  await page.getByRole('button', { name: 'Follow Ada Quill 1' }).click()
  await expect(page).toHaveURL(/\/signin\?next=%2Ffollowing%3Fkind%3Dauthor/)
})

test('what cannot be followed is said beside the field, which keeps what was typed', async ({ join }) => {
  const { page } = await join('rohit')
  await page.goto('/following')
  await expect(page.getByRole('heading', { name: 'Follow something to fill this page.' })).toBeVisible()
  await page.getByLabel('What', { exact: true }).selectOption('category')
  await page.getByLabel('Its name').fill('machine learning')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText('A category looks like cs.LG or math.')).toBeVisible()
  await expect(page.getByLabel('Its name')).toHaveValue('machine learning')
  await page.getByLabel('What', { exact: true }).selectOption('member')
  await page.getByLabel('Its name').fill('nobody-of-this-name')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText('There is nobody called nobody-of-this-name.')).toBeVisible()
})

test('a member is followed from their page, and nobody is offered to follow themselves', async ({ join }) => {
  const ines = await join('ines')
  const pilar = await join('pilar')
  await pilar.page.goto(`/user/${ines.name}`)
  await pilar.page.getByRole('button', { name: `Follow ${ines.name}` }).click()
  await expect(pilar.page.getByRole('button', { name: `Following ${ines.name}` })).toBeVisible()
  await pilar.page.goto('/following')
  await expect(pilar.page.getByRole('link', { name: ines.name })).toBeVisible()
  await ines.page.goto(`/user/${ines.name}`)
  await expect(ines.page.getByRole('link', { name: ines.name }).or(ines.page.getByText('you')).first()).toBeVisible()
  await expect(ines.page.getByRole('button', { name: `Follow ${ines.name}` })).toBeHidden()
})

test('a vote elsewhere shows on one’s own list within a moment, and j, k and u work there', async ({
  join,
  baseURL,
}) => {
  const { page, context } = await join('mira')
  await bring('2603.92021', 'Cranes on the Quay', ['Quay Crane'])
  await say(context.request, baseURL, { kind: 'author', value: 'Quay Crane' })
  await page.goto('/following')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Upvote, 1 vote, yours among them' })).toBeVisible()
  const tove = await join('tove')
  const voted = await tove.context.request.put('/api/papers/2603.92021/vote', { headers: { origin: baseURL ?? '' } })
  expect(voted.status()).toBe(200)
  await expect(page.getByRole('button', { name: 'Upvote, 2 votes, yours among them' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one follows from a paper’s page, mutes, and lets go', async ({ join }) => {
    const { page } = await join('ida', { javaScriptEnabled: false })
    await page.goto('/papers/2603.90303')
    await page.getByRole('button', { name: 'Follow Chidera Quill 3' }).click()
    await expect(page).toHaveURL(/\/following\?saved=follow/)
    await expect(page.getByRole('status').filter({ hasText: 'You follow Chidera Quill 3.' })).toBeVisible()
    await expect(item(page, 'Weather for Vineyards, Part 4')).toBeVisible()
    await page.getByLabel('Word or phrase').fill('vineyards')
    await page.getByRole('button', { name: 'Mute', exact: true }).click()
    await expect(item(page, 'Weather for Vineyards, Part 4')).toBeHidden()
    await expect(page.getByRole('status').filter({ hasText: 'vineyards is muted.' })).toBeVisible()
    await page.getByRole('button', { name: 'Unmute vineyards' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'vineyards is let go.' })).toBeVisible()
    await expect(item(page, 'Weather for Vineyards, Part 4')).toBeVisible()
    await page.getByRole('button', { name: 'Unfollow Chidera Quill 3' }).click()
    await expect(page.getByRole('heading', { name: 'Follow something to fill this page.' })).toBeVisible()
  })
})

test('the page holds together at 390 pixels', async ({ join, baseURL }) => {
  const { page, context } = await join('mira', { viewport: { width: 390, height: 844 } })
  await say(context.request, baseURL, { kind: 'keyword', value: 'vineyards' })
  await say(context.request, baseURL, { kind: 'keyword', value: 'a'.repeat(100) })
  await page.goto('/following')
  await expect(item(page, 'Weather for Vineyards, Part 1')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

/** Somebody else lists a paper, as an import does while the site serves. */
function bring(id: string, title: string, authors: string[]): Promise<void> {
  const row = paper(id, days.afterKeys, 30, title, { authors })
  return importPapers([row], process.env.E2E_DATABASE_URL ?? '', process.env.E2E_FOLDER ?? '')
}

async function say(request: APIRequestContext, origin = '', data: Record<string, string>): Promise<void> {
  const answer = await request.post('/api/follows', { headers: { origin }, data })
  expect(answer.status()).toBe(200)
}
