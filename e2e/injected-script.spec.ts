import { createClient } from '@libsql/client'
import { say } from './support/talk'
import { expect, test } from './support/test'

test('a script that slipped into the stored HTML of a comment does not run', async ({ page, join }) => {
  const { context } = await join('mira')
  const id = await say(context.request, '2603.90208', 'Nothing to see.')
  const html =
    '<p id="slipped">Slipped in</p><script>window.ran = "script"</script>' +
    '<img src="/nothing.png" onerror="window.ran = \'onerror\'"><a href="javascript:window.ran = \'link\'">here</a>'
  const database = createClient({ url: process.env.E2E_DATABASE_URL ?? '', timeout: 5_000 })
  await database.execute({ sql: 'update comments set html = ? where id = ?', args: [html, id] })
  database.close()

  const blocked: string[] = []
  page.on('console', (message) => blocked.push(message.text()))
  await page.goto('/papers/2603.90208')
  await expect(page.getByText('Slipped in')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.getByRole('link', { name: 'here' }).click()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(blocked.join('\n')).toMatch(/Content.Security.Policy/i)
})

test('what people write never becomes markup of ours, wherever it is shown', async ({ page, join }) => {
  const { context, name } = await join('tove')
  const text =
    'Careful: <img src=x onerror="window.ran = 1"> <script>window.ran = 1</script> </title> & [x](javascript:1)'
  await say(context.request, '2603.90208', text)
  for (const path of ['/papers/2603.90208', '/comments', `/user/${name}`]) {
    await page.goto(path)
    await expect(page.getByText('Careful:').first()).toBeVisible()
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    await expect(page.locator('a[href^="javascript"]')).toHaveCount(0)
  }
})
