import { item, triangle } from './support/lists'
import { days } from './support/papers'
import { expect, test } from './support/test'

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
  await expect(paper.getByText('Too many votes. Try again in 30 seconds.')).toBeVisible()
  await expect(triangle(paper)).toHaveAttribute('aria-label', before ?? '')
  await expect(triangle(paper)).toHaveAttribute('aria-pressed', 'false')
})

test('somebody whose session ended elsewhere is told so, and led to the sign-in', async ({ join }) => {
  const { page, context } = await join('mira')
  await page.goto(day)
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden()
  await context.clearCookies({ name: 'dp_session' })
  const paper = item(page, 'How Much Is Too Much')
  await triangle(paper).click()
  const led = page.getByRole('heading', { level: 1, name: 'Sign in' })
  const told = paper.getByText(/signed out/i)
  await expect(led.or(told)).toBeVisible()
})

test('offline the page says so, and a vote does not pretend', async ({ join }) => {
  const { page, context } = await join('tove')
  await page.goto(day)
  const paper = item(page, 'Tunnels Without a Signal')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden()
  await context.setOffline(true)
  await expect(page.getByText(/You are offline/)).toBeVisible()
  const count = async () => /^Upvote, ([\d,]+)/.exec((await triangle(paper).getAttribute('aria-label')) ?? '')?.[1]
  const before = await count()
  await triangle(paper).click()
  await context.setOffline(false)
  await expect(page.getByText(/You are offline/)).toBeHidden()
  // Either it waited and was sent, or it went back: what is shown is what a reload shows.
  await page.waitForTimeout(1_500)
  const shown = await triangle(paper).getAttribute('aria-pressed')
  await page.reload()
  await expect(triangle(paper)).toHaveAttribute('aria-pressed', shown ?? '')
  expect(Number(await count()) - Number(before)).toBe(shown === 'true' ? 1 : 0)
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
