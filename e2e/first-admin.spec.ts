import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { startSite } from '@/server/running-site'
import { settingsIn } from './support/site'
import { expect, password, test } from './support/test'

test('the first person becomes admin by the link that the start prints, and makes a moderator', async ({ page }) => {
  test.setTimeout(90_000)
  const folder = mkdtempSync(joinPath(tmpdir(), 'daily-papers-first-'))
  const site = await startSite({ ...settingsIn(folder), SAMPLE: 'on' })
  try {
    const link = /Nobody is admin yet\.\D*(http:\/\/\S+\/claim\/\S+)/.exec(site.said())?.[1] ?? ''
    expect(link).toContain(site.url)

    // A new site is not empty: it shows the sample, and says that it is one.
    await page.goto(site.url)
    expect(await page.getByRole('main').getByRole('article').count()).toBeGreaterThanOrEqual(8)
    await expect(page.getByText(/sample/i).first()).toBeVisible()

    await page.goto(link)
    await page.getByLabel('Name', { exact: true }).fill('wen-hao')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Become the admin' }).click()
    await expect(page.getByText('You are the admin now.')).toBeVisible()

    const noor = await page.context().request.post(`${site.url}/api/signup`, {
      headers: { origin: site.url, cookie: '' },
      data: { name: 'noor', password },
    })
    expect(noor.status()).toBe(201)
    await page.goto(`${site.url}/signin`)
    await page.context().clearCookies()
    await page.goto(`${site.url}/signin?next=%2Fsettings%3Ffind%3Dnoor`)
    await page.getByLabel('Name', { exact: true }).fill('wen-hao')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('radio', { name: 'moderator' }).check()
    await page.getByRole('button', { name: 'Keep this' }).last().click()
    await expect(page.getByText('The role holds from now on.')).toBeVisible()

    await page.goto(link)
    await expect(page.getByText('This link does not work')).toBeVisible()
  } finally {
    await site.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})
