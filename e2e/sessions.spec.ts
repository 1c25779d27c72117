import { expect, password, test } from './support/test'

test('Mira signs out everywhere, from one of two browsers', async ({ join, visit }) => {
  const { page, name } = await join('mira')
  const other = await visit()
  await other.goto('/signin?next=%2Fsettings')
  await other.getByLabel('Name or e-mail').fill(name)
  await other.getByLabel('Password').fill(password)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()

  await page.goto('/settings')
  await expect(page.getByRole('region', { name: 'Where you are signed in' }).getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('You are signed out everywhere.')).toBeVisible()

  await other.reload()
  await expect(other).toHaveURL(/\/signin/)
  await other.goto('/')
  await expect(other.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('Mira changes her password, and deletes her account with its votes', async ({ join, visit }) => {
  const { page, name } = await join('mira')
  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'Password' })
  await part.getByLabel('Current password').fill(password)
  await part.getByLabel('New password').fill('a password to leave with')
  await part.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText('Your new password holds.')).toBeVisible()

  await page.getByText('Delete my account', { exact: true }).click()
  await page.getByLabel('Type your name').fill(name)
  await page.getByRole('button', { name: 'Delete my account for good' }).click()
  await expect(page.getByText('Your account is deleted.')).toBeVisible()
  const reader = await visit()
  expect((await reader.goto(`/user/${name}`))?.status()).toBe(404)
})

test('the next page shows who is signed in before the server has said so, and the same HTML as to everybody', async ({
  join,
  visit,
}) => {
  const { page, name, context } = await join('mira')
  await page.goto('/')
  const header = page.getByRole('banner')
  await expect(header.getByRole('button', { name })).toBeVisible()
  const submit = () => header.getByRole('link', { name: 'Submit' }).boundingBox()
  const before = await submit()

  await context.route('**/api/viewer**', () => {}) // never answered
  await page.reload()
  await expect(header.getByRole('link', { name })).toBeVisible()
  await expect(header.getByRole('link', { name: 'Sign in' })).toBeHidden()
  expect(await submit()).toEqual(before)

  await context.route('**/*.js', (route) => route.abort()) // before React wakes
  await page.reload()
  expect(await submit()).toEqual(before)

  const stranger = await visit()
  await stranger.goto('/')
  await expect(stranger.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a name that was kept is gone once its session has ended', async ({ join }) => {
  const { page, name, context } = await join('mira')
  await page.goto('/')
  const header = page.getByRole('banner')
  await expect(header.getByRole('button', { name })).toBeVisible()
  const session = (await context.cookies()).find(({ name }) => name.endsWith('dp_session'))
  await context.clearCookies({ name: session?.name })
  await page.reload()
  await expect(header.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(header.getByText(name)).toBeHidden()
})
