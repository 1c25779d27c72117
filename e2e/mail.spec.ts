import { linkInLetter } from './support/post'
import { expect, password, test } from './support/test'

test('Pilar, new here, signs in by a link in a letter and comes back to where she was', async ({ page }, { retry }) => {
  const address = `pilar-${retry}@lab.example`
  await page.goto('/signin?next=%2Fpapers%2F2603.90003')
  await page.getByLabel('E-mail', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText('a letter with a link is on its way')).toBeVisible()

  const link = await linkInLetter(address, '/signin/')
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/papers\/2603\.90003$/)
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden()

  await page.context().clearCookies()
  await page.goto(link)
  await expect(page.getByText('This link was used or has run out.')).toBeVisible()
})

test('Mira gives an address, forgets her password, and chooses a new one by mail', async ({ join, visit }) => {
  const { page, name } = await join('mira')
  const address = `${name}@lab.example`
  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'E-mail' })
  await part.getByLabel('Address').fill(address)
  await part.getByLabel('Your password').fill(password)
  await part.getByRole('button', { name: 'Keep it' }).click()
  await page.goto(await linkInLetter(address, '/settings/email/'))
  await page.getByRole('main').getByRole('button').first().click()
  await page.goto('/settings')
  await expect(page.getByText(`${address}, confirmed`)).toBeVisible()

  const elsewhere = await visit()
  await elsewhere.goto('/signin')
  await elsewhere.getByRole('link', { name: 'Forgot it?' }).click()
  await elsewhere.getByLabel('E-mail').fill(address)
  await elsewhere.getByRole('button', { name: 'Send me a link' }).click()
  await expect(elsewhere.getByText('a letter is on its way')).toBeVisible()
  await elsewhere.goto(await linkInLetter(address, '/recover/'))
  await elsewhere.getByLabel('New password').fill('another long password')
  await elsewhere.getByRole('button', { name: 'Keep it' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()

  // Whoever was signed in with the old one no longer is.
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/signin/)
})
