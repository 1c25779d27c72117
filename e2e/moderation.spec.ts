import { makeRole } from './support/commands'
import { item } from './support/lists'
import { days } from './support/papers'
import { act, commentWith, say } from './support/talk'
import { expect, test } from './support/test'

const { E2E_DATABASE_URL = '' } = process.env

test('Noor hides a comment with a reason, which stands in its place and in the log', async ({ join, visit }) => {
  const rude = await join('rude-one')
  await say(rude.context.request, '2603.90222', 'You are all fools here.')
  const noor = await join('noor')
  await makeRole(noor.name, 'moderator', E2E_DATABASE_URL)
  const { page } = noor
  await page.goto('/papers/2603.90222')
  const comment = commentWith(page, 'You are all fools here.').last()
  await comment.getByRole('button', { name: 'Hide' }).click()
  await comment.getByLabel(/reason|why/i).fill('An insult, not an argument.')
  await comment
    .getByRole('button', { name: /^Hide( it)?$/ })
    .last()
    .click()
  await expect(page.getByText('An insult, not an argument.').first()).toBeVisible()

  const reader = await visit()
  await reader.goto('/papers/2603.90222')
  await expect(reader.getByText('An insult, not an argument.').first()).toBeVisible()
  await expect(reader.getByText('You are all fools here.')).toHaveCount(0)
  await reader.goto('/moderation')
  const line = reader.getByRole('main').getByRole('row').filter({ hasText: noor.name })
  await expect(line.first()).toContainText('An insult, not an argument.')
})

test('Noor takes a paper off its day; its page stays, and the log says why', async ({ join, visit }) => {
  const noor = await join('noor')
  await makeRole(noor.name, 'moderator', E2E_DATABASE_URL)
  const { page } = noor
  await page.goto('/papers/2603.90221')
  await page.getByRole('button', { name: 'Take it off its day' }).click()
  await page.getByLabel('Why?').fill('This is an advertisement.')
  await page.getByRole('button', { name: 'Take it off', exact: true }).click()
  await expect(page.getByText('It is off its day.')).toBeVisible()

  const reader = await visit()
  await expect(async () => {
    await reader.goto(`/papers/date/${days.moderated}`)
    await expect(item(reader, 'A Heated Exchange')).toBeVisible()
    await expect(item(reader, 'Not Really a Paper')).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 5_000 })
  expect((await reader.goto('/papers/2603.90221'))?.status()).toBe(200)
  await reader.goto('/moderation')
  const line = reader.getByRole('main').getByRole('row').filter({ hasText: noor.name })
  await expect(line.first()).toContainText('This is an advertisement.')

  // Taken back from the log, it stands where it stood.
  await page.goto('/moderation')
  const own = page.getByRole('row').filter({ hasText: noor.name }).filter({ hasText: 'This is an advertisement.' })
  await own.getByRole('button', { name: 'Undo' }).click()
  await expect(own.getByText('Undone')).toBeVisible()
  await expect(async () => {
    await reader.goto(`/papers/date/${days.moderated}`)
    await expect(item(reader, 'Not Really a Paper')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 5_000 })
})

test('somebody who does not moderate sees no such buttons, and the API refuses them', async ({ join, baseURL }) => {
  const { page, context } = await join('mira')
  const id = await say(context.request, '2603.90222', 'Shall we be civil?')
  await page.goto('/papers/2603.90222')
  await expect(act(commentWith(page, 'Shall we be civil?'), 'Reply')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hide' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Take (it )?off/i })).toHaveCount(0)
  const answer = await context.request.put(`/api/moderation/comments/${id}`, {
    headers: { origin: baseURL ?? '' },
    data: { reason: 'because' },
  })
  expect(answer.status()).toBe(403)
})

test('Noor makes a reading list private; its owner reads why, and shares it again once that is allowed', async ({
  join,
  visit,
  baseURL,
}) => {
  const [owner, noor] = [await join('list-owner'), await join('noor')]
  await makeRole(noor.name, 'moderator', E2E_DATABASE_URL)
  const headers = { origin: baseURL ?? '' }
  const made = await owner.context.request.post('/api/lists', { headers, data: { name: 'Buy now', isPublic: true } })
  const { id } = await made.json()
  const list = `/list/${id}`
  const reader = await visit()
  await reader.goto(`/user/${owner.name}`)
  await expect(reader.getByRole('link', { name: 'Buy now' })).toHaveAttribute('href', list)

  const { page } = noor
  await page.goto(list)
  await page.getByRole('button', { name: 'Make it private' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Why?')).toBeFocused()
  await page.keyboard.type('This is an advertisement.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A moderator made this list private: ')).toBeFocused()

  expect((await reader.goto(list))?.status()).toBe(404)
  await expect(async () => {
    await reader.goto(`/user/${owner.name}`)
    await expect(reader.getByRole('link', { name: 'Buy now' })).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 5_000 })
  await owner.page.goto(list)
  await expect(owner.page.getByText('This is an advertisement.')).toBeVisible()
  await expect(owner.page.getByLabel('Everybody, without your notes')).toBeDisabled()

  await page.goto('/moderation')
  const own = page.getByRole('row').filter({ hasText: noor.name }).filter({ hasText: 'made a reading list' })
  await own.getByRole('button', { name: 'Undo' }).click()
  await expect(own.getByText('Undone')).toBeVisible()
  await owner.page.goto(list)
  await owner.page.getByLabel('Everybody, without your notes').check()
  await owner.page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(owner.page.getByText('Kept. Everybody can see this list, and your page names it.')).toBeFocused()
})
