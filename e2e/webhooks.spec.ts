import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { makeRole } from './support/commands'
import { say } from './support/talk'
import { expect, test } from './support/test'

// The job looks every five seconds, and what is refused is tried again after five more.
test.slow()

type Got = { headers: Record<string, string>; body: string }

/** A receiver on this machine, which the site is allowed to reach. */
async function receive(status = 200) {
  const got: Got[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() })
    response.writeHead(status)
    response.end('got it')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { got, url: `http://127.0.0.1:${port}/in`, close: () => server.close() }
}

test('Mira makes a webhook, tests it, and her program verifies what it gets', async ({ join }) => {
  const receiver = await receive()
  const { page } = await join('mira')

  await page.goto('/settings')
  await page.getByRole('link', { name: 'Your webhooks' }).click()
  const form = page.getByRole('region', { name: 'Add a webhook' })
  await expect(form.getByLabel('Telegram chat')).toBeHidden()
  await form.getByLabel('Send to').selectOption('Telegram')
  await expect(form.getByLabel('Telegram chat')).toBeVisible()
  await form.getByRole('button', { name: 'Add webhook' }).click()
  await expect(form.getByLabel('Name')).toBeFocused()
  for (const words of ['Give it a name.', 'Paste the address.', 'Say which chat.', 'Choose at least one.'])
    await expect(form.getByText(words)).toBeVisible()
  await form.getByLabel('Send to').selectOption('Your own program')
  await form.getByLabel('Name').fill('Notebook')
  await form.getByLabel('Address').fill('https://10.0.0.7/in')
  await form.getByLabel('A paper that I follow is listed').check()
  await form.getByRole('button', { name: 'Add webhook' }).click()
  await expect(form.getByText(/10\.0\.0\.7 is inside a private network\. Nothing is sent there/)).toBeVisible()
  await expect(form.getByLabel('Address')).toBeFocused()
  await expect(form.getByLabel('Name')).toHaveValue('Notebook')
  await expect(form.getByLabel('A paper that I follow is listed')).toBeChecked()

  await form.getByLabel('Send to').selectOption('Your own program')
  await form.getByLabel('Address').fill(receiver.url)
  await form.getByRole('button', { name: 'Add webhook' }).click()
  const notebook = page.getByRole('region', { name: 'Notebook' })
  await expect(notebook.getByText('Added. It sends what happens from now on.')).toBeVisible()
  const secret = await notebook.getByLabel('Secret', { exact: true }).inputValue()

  await notebook.getByRole('button', { name: 'Send a test to Notebook' }).click()
  await expect(notebook.getByText('The test arrived. The answer: 200', { exact: true })).toBeVisible()
  const [message] = receiver.got
  const news = new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})
  expect(news).toMatchObject({ type: 'webhook.test' })
  await expect(notebook.getByRole('row', { name: /Test.*200/ })).toBeVisible()
  await page.goto('/settings/webhooks')
  expect(await page.content()).not.toContain(secret)

  await notebook.getByRole('button', { name: 'Switch off Notebook' }).click()
  await expect(notebook.getByText('Off. Nothing is sent until it is on again.')).toBeVisible()
  await notebook.getByText('Delete Notebook').click()
  await notebook.getByRole('button', { name: 'Delete it for good: Notebook' }).click()
  await expect(page.getByText('Deleted.')).toBeVisible()
  await expect(notebook).toBeHidden()
  receiver.close()
})

test('what Vera set up for the site reaches the chat by itself, and the log shows what was answered', async ({
  join,
}) => {
  const [chat, broken] = [await receive(), await receive(500)]
  const { page, context, name: vera } = await join('vera', { javaScriptEnabled: false })
  await makeRole(vera, 'moderator', process.env.E2E_DATABASE_URL ?? '')

  await page.goto('/moderation/webhooks')
  for (const [name, { url }] of [
    ['Lab', chat],
    ['Broken', broken],
  ] as const) {
    const form = page.getByRole('region', { name: 'Add a webhook' })
    await form.getByLabel('Send to').selectOption('Slack')
    await form.getByLabel('Name').fill(name)
    await form.getByLabel('Address').fill(url)
    await form.getByLabel('Somebody comments').check()
    await form.getByRole('button', { name: 'Add webhook' }).click()
    await expect(page.getByRole('region', { name }).getByText('Added.')).toBeVisible()
  }

  await say(context.request, '2603.90202', 'A & B <!channel>')
  // What others say meanwhile is told as well.
  const told = () => chat.got.find(({ body }) => body.includes(`${vera} commented`))
  await expect.poll(told, { timeout: 20_000 }).toBeTruthy()
  const { blocks } = JSON.parse(told()?.body ?? '')
  expect(JSON.stringify(blocks)).toContain('A &amp; B &lt;!channel&gt;')

  await expect(async () => {
    await page.reload()
    const lab = page.getByRole('region', { name: 'Lab' })
    await expect(lab.getByRole('row', { name: /Comment: .*200 got it/ }).first()).toBeVisible({ timeout: 500 })
    const other = page.getByRole('region', { name: 'Broken' })
    await expect(other.getByRole('row', { name: /500 got it.*tr(y|ies), again/ }).first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  const before = broken.got.length
  await page.getByRole('region', { name: 'Broken' }).getByRole('button', { name: 'Try now' }).first().click()
  await expect.poll(() => broken.got.length, { timeout: 20_000 }).toBeGreaterThan(before)
  for (const name of ['Lab', 'Broken']) {
    await page.getByRole('region', { name }).getByText(`Delete ${name}`).click()
    await page.getByRole('button', { name: `Delete it for good: ${name}` }).click()
  }
  chat.close()
  broken.close()
})

test('the site’s webhooks are for moderators alone', async ({ join, visit }) => {
  const { page } = await join('mira')
  expect((await page.goto('/moderation/webhooks'))?.status()).toBe(404)
  const somebody = await visit()
  await somebody.goto('/moderation/webhooks')
  await expect(somebody).toHaveURL(/\/signin/)
})
