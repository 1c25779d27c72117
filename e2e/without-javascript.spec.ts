import { item, titles } from './support/lists'
import { days } from './support/papers'
import { say } from './support/talk'
import { expect, password, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('without JavaScript Ida reads a day, a paper and its comments', async ({ page, join }) => {
  const tove = await join('tove', { javaScriptEnabled: false })
  await say(tove.context.request, '2603.90209', 'Plain words, $x$ and all.')
  await page.goto(`/papers/date/${days.talk}`)
  expect(await titles(page)).toHaveLength(10)
  await item(page, 'Conversation Without Machinery')
    .getByRole('link', { name: /comment/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Conversation Without Machinery' })).toBeVisible()
  await expect(page.getByText('Plain words,').first()).toBeVisible()
})

test('without JavaScript the days, the lists and the later pages are links', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Friday, March 13' })).toBeVisible()
  const lists = page.getByRole('navigation', { name: 'Lists' }).first()
  await lists.getByRole('link', { name: 'Weekly' }).click()
  const first = await titles(page)
  expect(first).toHaveLength(20)
  await page.getByRole('link', { name: /^21st to / }).click()
  const second = await titles(page)
  expect(second.length).toBeGreaterThan(0)
  expect(second.filter((title) => first.includes(title))).toEqual([])
  await page.getByRole('link', { name: 'Newest', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Newest', exact: true })).toHaveAttribute('aria-current', 'true')
  expect((await titles(page))[0]).toBe('Weather for Vineyards, Part 12')
})

test('without JavaScript Mira makes an account, signs out and signs in', async ({ page }, { retry }) => {
  const name = `mira-plain-${retry}`
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Keep these' }).click()
  await expect(page.getByRole('region', { name: 'Profile' })).toBeFocused()
  await page.getByLabel('Current password').fill('another password')
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByLabel('Current password')).toBeFocused()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto('/signin?next=%2Fsettings')
  await page.getByLabel('Name or e-mail').fill(name)
  await page.getByLabel('Password').fill('another password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()
})

test('without JavaScript a page that is not there says so', async ({ page }) => {
  for (const path of ['/papers/2606.99999', '/papers/date/2026-02-30', '/user/nobody-of-this-name', '/nonsense']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Not here' })).toBeVisible()
  }
})
