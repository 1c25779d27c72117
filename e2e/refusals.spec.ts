import { item, triangle } from './support/lists'
import { days } from './support/papers'
import { expect, password, test } from './support/test'

const day = `/papers/date/${days.refused}`

test('a vote that the site refuses goes back, with the reason beside the paper', async ({ join }) => {
  const { page } = await join('mira')
  await page.route('**/api/papers/*/vote', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'Retry-After': '30' },
      json: { error: 'Too many votes. Try again in 30 seconds.' },
    }),
  )
  await page.goto(day)
  const paper = item(page, 'When Networks Say No')
  const before = await triangle(paper).getAttribute('aria-label')
  await triangle(paper).click()
  await expect(paper.getByText('Not counted: too many votes at once. Try again in 30 seconds.')).toBeVisible()
  await expect(triangle(paper)).toHaveAttribute('aria-label', before ?? '')
  await expect(triangle(paper)).toHaveAttribute('aria-pressed', 'false')
})

test('somebody whose session ended elsewhere is told so, and led to sign in, and keeps the vote', async ({ join }) => {
  const { page, context, name } = await join('mira')
  await page.goto(day)
  await expect(page.getByRole('banner').getByRole('button', { name })).toBeVisible()
  await context.clearCookies({ name: 'dp_session' })
  const paper = item(page, 'How Much Is Too Much')
  await triangle(paper).click()
  await expect(paper.getByText('Not counted: you are signed out.')).toBeVisible()
  await paper.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Name or e-mail').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(day))
  await expect(triangle(paper)).toHaveAccessibleName(/yours among them$/)
})

test('offline the page says so, and the vote waits until the network is back', async ({ join }) => {
  const { page, context } = await join('tove')
  await page.goto(day)
  const paper = item(page, 'Tunnels Without a Signal')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden()
  await context.setOffline(true)
  await expect(page.getByText(/You are offline/)).toBeVisible()
  await triangle(paper).click()
  await expect(triangle(paper)).toHaveAttribute('aria-busy', 'true')
  await context.setOffline(false)
  await expect(page.getByText(/You are offline/)).toBeHidden()
  await expect(triangle(paper)).not.toHaveAttribute('aria-busy', 'true')
  await page.reload()
  await expect(triangle(paper)).toHaveAccessibleName(/yours among them$/)
})

test('a comment that is refused keeps its text and says why', async ({ join }) => {
  const { page } = await join('mira')
  await page.route('**/api/papers/*/comment', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'Retry-After': '60' },
      json: { error: 'Too many comments. Try again in a minute.' },
    }),
  )
  await page.goto('/papers/2603.90121')
  await page.getByLabel('Add to the discussion').fill('One more thing.')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText('Too many comments. Try again in a minute.')).toBeVisible()
  await expect(page.getByLabel('Add to the discussion')).toHaveValue('One more thing.')
})
