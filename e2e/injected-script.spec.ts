import { createClient } from '@libsql/client'
import { importPapers } from './support/commands'
import { days, paper } from './support/papers'
import { say } from './support/talk'
import { expect, password, test } from './support/test'

test.describe('when markup got past every check', () => {
  test.use({ mayReportFaults: true })

  test('a script that slipped into the stored HTML of a comment does not run', async ({ page, ownSite }) => {
    test.setTimeout(60_000)
    const { url, databaseUrl } = await ownSite()
    const row = paper('2603.90208', days.talk, 1, 'Scripts in Unexpected Places')
    await importPapers([row], databaseUrl, process.env.E2E_FOLDER ?? '')
    const origin = { origin: url }
    await page.request.post(`${url}/api/signup`, { headers: origin, data: { name: 'mira', password } })
    const said = await page.request.post(`${url}/api/papers/2603.90208/comment`, {
      headers: origin,
      data: { comment: 'Nothing to see.' },
    })
    const { id } = await said.json()
    const html =
      '<p>Slipped in</p><script>window.ran = "script"</script>' +
      '<img src="/nothing.png" onerror="window.ran = \'onerror\'"><a href="javascript:window.ran = \'link\'">here</a>'
    const database = createClient({ url: databaseUrl, timeout: 5_000 })
    await database.execute({ sql: 'update comments set html = ? where id = ?', args: [html, id] })
    database.close()

    const blocked: string[] = []
    page.on('console', (message) => blocked.push(message.text()))
    for (const path of ['/papers/2603.90208', '/comments', '/user/mira']) {
      await page.goto(url + path)
      await expect(page.getByText('Slipped in')).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.getByRole('link', { name: 'here', exact: true }).click()
      expect(await page.evaluate(() => 'ran' in window), path).toBe(false)
    }
    expect(blocked.join('\n')).toMatch(/Content.Security.Policy/i)
  })
})

test('what people write never becomes markup of ours, wherever it is shown', async ({ page, join }) => {
  const { context, name } = await join('tove')
  const text =
    'Careful: <img src=x onerror="window.ran = 1"> <script>window.ran = 1</script> </title> & [x](javascript:1)'
  await say(context.request, '2603.90208', text)
  for (const path of ['/papers/2603.90208', '/comments', `/user/${name}`]) {
    await page.goto(path)
    await expect(page.getByText('Careful:').first()).toBeVisible()
    expect(await page.evaluate(() => 'ran' in window), path).toBe(false)
    await expect(page.locator('[onerror], a[href^="javascript"]')).toHaveCount(0)
  }
})
