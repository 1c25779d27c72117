import type { Locator, Page } from '@playwright/test'
import { makeRole } from './support/commands'
import { expect, test } from './support/test'

const { E2E_DATABASE_URL = '' } = process.env

const rowOf = (page: Page, job: string) =>
  page
    .getByRole('region', { name: 'Jobs' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: job }) })
    .first()

/** When the job last began, as the page says it. */
const lastOf = (row: Locator) => row.getByRole('cell').nth(2).locator('time')

test('Noor runs a job now and sees how it went without loading the page again', async ({ join }) => {
  const { page, name } = await join('noor')
  await makeRole(name, 'admin', E2E_DATABASE_URL)
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Admin', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Admin' })).toBeVisible()

  await expect(page.getByText(/^so far today, yesterday \d/)).toHaveCount(4)
  await expect(page.getByRole('link', { name: /^0 refused/ })).toHaveCount(0)
  const row = rowOf(page, 'clean-up')
  const before = await lastOf(row).getAttribute('datetime')
  await page.evaluate(() => document.body.setAttribute('data-same', 'yes'))
  const button = row.getByRole('button', { name: 'Run now' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('clean-up is done: nothing to do.')).toBeAttached({ timeout: 15_000 })
  await expect(lastOf(row)).not.toHaveAttribute('datetime', before ?? '')
  await expect(row).toContainText('nothing to do')
  await expect(page.locator('body')).toHaveAttribute('data-same', 'yes')
  // Whoever pressed it by key is where they were.
  await expect(row.getByRole('button', { name: 'Run now' })).toBeFocused()

  await page.goto('/admin/log')
  await expect(page.getByRole('row').filter({ hasText: name }).first()).toContainText('asked for a run of clean-up')
})

test('a job that is off says why and cannot be run', async ({ join, baseURL }) => {
  const { page, name, context } = await join('noor')
  await makeRole(name, 'admin', E2E_DATABASE_URL)
  await page.goto('/admin')
  const row = rowOf(page, 'stars')
  await expect(row).toContainText('GITHUB_TOKEN')
  await expect(row.getByRole('button')).toHaveCount(0)
  const answer = await context.request.post('/api/admin/jobs/stars/run', { headers: { origin: baseURL ?? '' } })
  expect(answer.status()).toBe(409)
})

test('a member finds no such page, a stranger may sign in first', async ({ join, visit }) => {
  const { page, context, name } = await join('mira')
  for (const path of ['/admin', '/admin/people', '/admin/letters', '/admin/log']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Not here' })).toBeVisible()
  }
  expect((await context.request.get('/api/admin')).status()).toBe(403)
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Admin', exact: true })).toHaveCount(0)

  const stranger = await visit()
  await stranger.goto('/admin/people')
  await expect(stranger).toHaveURL(/\/signin\?next=%2Fadmin%2Fpeople$/)
})

test('Noor makes Tove a moderator by keys alone, and the log says so to everyone', async ({ join, visit }) => {
  const tove = await join('tove')
  const { page, name } = await join('noor')
  await makeRole(name, 'admin', E2E_DATABASE_URL)
  await page.goto('/admin/people')
  await page.getByLabel('Find a person').focus()
  await page.keyboard.type(tove.name.toUpperCase())
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: `Change the role of ${tove.name}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'member' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  const change = page.getByRole('link', { name: `Change the role of ${tove.name}` })
  await expect(page.getByRole('radio', { name: 'member' })).toBeHidden()
  await expect(change).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'member' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'member' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'moderator' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${tove.name} is a moderator from now on.`)).toBeVisible()
  await expect(change).toBeFocused()

  await page.getByRole('link', { name: 'Moderators' }).click()
  await expect(page.getByRole('row').filter({ hasText: tove.name })).toContainText('moderator')
  const reader = await visit()
  await reader.goto('/moderation')
  await expect(reader.getByRole('row').filter({ hasText: tove.name }).first()).toContainText('a moderator')
  await expect(reader.getByText('asked for a run')).toHaveCount(0)
})

test('a role that cannot be given is refused with the reason', async ({ join }) => {
  const { page, name } = await join('noor')
  await makeRole(name, 'admin', E2E_DATABASE_URL)
  await page.goto(`/admin/people?find=${name}&person=${name}`)
  await page.getByRole('radio', { name: 'admin' }).evaluate((radio: HTMLInputElement) => {
    radio.value = 'emperor'
    radio.checked = true
  })
  await page.getByRole('button', { name: 'Give this role' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'admin' })).toBeChecked()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Noor asks for a run by a form, and finds how it went on the page', async ({ join }) => {
    const { page, name } = await join('noor', { javaScriptEnabled: false })
    await makeRole(name, 'admin', E2E_DATABASE_URL)
    await page.goto('/admin')
    await expect(page.getByRole('heading', { level: 3, name: /^Votes/ })).toBeVisible()
    const row = rowOf(page, 'clean-up')
    const before = await lastOf(row).getAttribute('datetime')
    await row.getByRole('button', { name: 'Run now' }).click()
    await expect(page.getByText('clean-up is about to run.')).toBeVisible()
    await expect(async () => {
      await page.goto('/admin')
      expect(await lastOf(row).getAttribute('datetime')).not.toBe(before)
    }).toPass({ timeout: 15_000 })
  })
})
