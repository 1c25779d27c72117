import { item, triangle } from './support/lists'
import { days } from './support/papers'
import { expect, password, test } from './support/test'

test('Ida wants to vote, makes an account, and comes back to her vote', async ({ page }, { retry }) => {
  await page.goto(`/papers/date/${days.waiting}`)
  const title = 'Doors That Remember Who Knocked'
  const before = await triangle(item(page, title)).getAttribute('aria-label')
  await triangle(item(page, title)).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('link', { name: 'Make an account' }).click()
  await page.getByLabel('Name', { exact: true }).fill(`ida-who-waits-${retry}`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account' }).click()

  await expect(page).toHaveURL(new RegExp(`/papers/date/${days.waiting}`))
  await expect(triangle(item(page, title))).toHaveAccessibleName(/yours among them$/)
  expect(await triangle(item(page, title)).getAttribute('aria-label')).not.toContain(`${before},`)

  // The vote was cast once, and a reload does not cast it again.
  const after = await triangle(item(page, title)).getAttribute('aria-label')
  await page.reload()
  await expect(triangle(item(page, title))).toHaveAttribute('aria-label', after ?? '')
})

test('Tove signs out and in again, and the page knows her', async ({ join }) => {
  const tove = await join('tove')
  const { page } = tove
  await page.goto('/')
  await page.getByRole('banner').getByRole('button', { name: tove.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Name or e-mail').fill(tove.name.toUpperCase())
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner').getByText(tove.name)).toBeVisible()
})

test('an unknown name and a wrong password get the same answer', async ({ join, visit }) => {
  const { name } = await join('tove')
  const page = await visit()
  const answers: string[] = []
  for (const who of [name, 'nobody-of-that-name']) {
    await page.goto('/signin')
    await page.getByLabel('Name or e-mail').fill(who)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('That name and password do not fit.').first()).toBeVisible()
    await expect(page.getByLabel('Name or e-mail')).toHaveValue(who)
    answers.push((await page.getByRole('main').textContent())?.replace(who, '') ?? '')
  }
  expect(answers[0]).toBe(answers[1])
})

test('a name is taken whatever its capitals, and what was typed stays', async ({ join, visit }) => {
  const { name } = await join('mira')
  const page = await visit()
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill(name.toUpperCase())
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await expect(page.getByText('That name is taken.').first()).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name.toUpperCase())
})
