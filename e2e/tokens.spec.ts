import { expect, test } from './support/test'

test('Rohit makes a token, sees it once, votes with it from a script, and revokes it', async ({ join, playwright }) => {
  const { page } = await join('rohit')
  await page.goto('/settings')
  await page.getByLabel('Name of a new token').fill('nightly script')
  await page.getByLabel('What it may do').selectOption('write')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  expect(token.length).toBeGreaterThan(20)
  await page.goto('/settings')
  await expect(page.getByRole('row', { name: /nightly script/ })).toBeVisible()
  expect(await page.content()).not.toContain(token)

  const script = await playwright.request.newContext({
    baseURL: process.env.E2E_URL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const vote = '/api/papers/2603.90231/vote'
  const first = await script.put(vote)
  expect(first.status()).toBe(200)
  const { upvotes, voted } = await first.json()
  expect(voted).toBe(true)
  expect((await (await script.put(vote)).json()).upvotes, 'a vote is a state').toBe(upvotes)
  expect(await (await script.delete(vote)).json()).toEqual({ upvotes: upvotes - 1, voted: false })
  const said = await script.post('/api/papers/2603.90232/comment', { data: { comment: 'Said by a script.' } })
  expect(said.status()).toBe(201)

  await page.getByRole('button', { name: 'Revoke nightly script' }).click()
  await expect(page.getByText('Revoked. It works no longer.')).toBeVisible()
  expect((await script.put(vote)).status()).toBe(401)
  await script.dispose()
})

test('a token that may read does not vote', async ({ join, playwright }) => {
  const { page } = await join('rohit')
  await page.goto('/settings')
  await page.getByLabel('Name of a new token').fill('reader')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  const script = await playwright.request.newContext({
    baseURL: process.env.E2E_URL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await script.get('/api/whoami-v2')).status()).toBe(200)
  const answer = await script.put('/api/papers/2603.90231/vote')
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toEqual({ error: expect.any(String) })
  await script.dispose()
})
