import { createClient } from '@libsql/client'
import { linkToken } from '@/lib/subscription-token'
import { linkInLetter } from './support/post'
import { expect, password, test } from './support/test'

/** The link by which a reader leaves, as it stands at the foot of the letters that go to them. */
async function leaveLink(email: string): Promise<string> {
  const client = createClient({ url: process.env.E2E_DATABASE_URL ?? '' })
  const { rows } = await client.execute({ sql: 'select id, secret from subscriptions where email = ?', args: [email] })
  client.close()
  return `/subscription/leave?token=${linkToken(String(rows[0]?.id), String(rows[0]?.secret), 'leave')}`
}

test('Ida subscribes from a list, confirms, chooses and leaves, by keyboard alone', async ({ visit }, { retry }) => {
  const page = await visit({ timezoneId: 'Asia/Kolkata' })
  const address = `ida-${retry}@lab.example`
  await page.goto('/papers/trending')
  await page.getByLabel('Your e-mail address').focus()
  await page.keyboard.type('ida at lab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'That is not an e-mail address.' })).toBeVisible()
  const field = page.getByLabel('Your e-mail address')
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription('That is not an e-mail address.')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(address)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`A letter is on its way to ${address}`)).toBeFocused()

  await page.goto(await linkInLetter(address, '/subscription/confirm'))
  await expect(page.getByText(`To ${address}, daily at 07:00 in Kolkata.`)).toBeVisible()
  await page.getByRole('button', { name: 'Yes, send them' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your address is confirmed.')).toBeVisible()
  await expect(page.getByText(/^Next on .* at 07:00 in Kolkata\.$/)).toBeVisible()

  await page.getByLabel('Daily', { exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('Keywords').focus()
  await page.keyboard.type('critical batch size\nwarmup')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Keep these' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept.')).toBeVisible()
  await expect(page.getByLabel('Weekly', { exact: true })).toBeChecked()
  await expect(page.getByLabel('Keywords')).toHaveValue('critical batch size\nwarmup')
  await expect(page.getByText(/^Next on (Monday|Tuesday), .* at 07:00 in Kolkata\.$/)).toBeVisible()

  const leave = await leaveLink(address)
  await page.goto(leave)
  await page.reload()
  await expect(page.getByText(`None will come to ${address} from now on.`)).toBeVisible()
  await page.getByRole('button', { name: 'Stop them' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'No more letters' })).toBeVisible()
})

test('every list offers the letter, and no other page is in its way', async ({ page }) => {
  for (const list of ['/', '/papers/date/2026-03-12', '/papers/week/2026-W11', '/papers/month/2026-03', '/new']) {
    await page.goto(list)
    await expect(page.getByLabel('Your e-mail address'), list).toBeVisible()
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByLabel('Your e-mail address')).toBeHidden()
})

test('a link that was used, is of another kind or is broken says what to do', async ({ page }, { retry }) => {
  const address = `pilar-${retry}@lab.example`
  await page.goto('/papers/week/2026-W11')
  await page.getByLabel('Your e-mail address').fill(address)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  const link = await linkInLetter(address, '/subscription/confirm')
  const opened = await page.goto(link)
  expect(opened?.headers()['cache-control']).toContain('no-store')
  await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'same-origin')
  await expect(page.getByText('weekly at 07:00')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, send them' }).click()
  await expect(page.getByText('Your address is confirmed.')).toBeVisible()

  await page.goto(link)
  await expect(page.getByText('This link was used or has run out.')).toBeVisible()
  await page.goto((await leaveLink(address)).replace('/leave', '/change'))
  await expect(page.getByRole('heading', { level: 1, name: 'That link has ended' })).toBeVisible()
  await page.goto('/subscription/leave')
  await expect(page.getByText('Use the one at the foot of the newest letter.')).toBeVisible()
  await page.getByRole('link', { name: 'Give your address once more' }).click()
  await page.getByLabel('Your e-mail').fill(address)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look in your mail' })).toBeVisible()
  await page.goto(await linkInLetter(address, '/subscription/change'))
  await expect(page.getByRole('heading', { level: 1, name: 'Your letter' })).toBeVisible()
})

test('Mira chooses in her settings once her account has an address', async ({ join }) => {
  const { page, name } = await join('mira')
  const address = `${name}@lab.example`
  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'Letter' })
  await expect(part.getByText('once an address is confirmed')).toBeVisible()
  const email = page.getByRole('region', { name: 'E-mail' })
  await email.getByLabel('Address').fill(address)
  await email.getByLabel('Your password').fill(password)
  await email.getByRole('button', { name: 'Keep it' }).click()
  await page.goto(await linkInLetter(address, '/settings/email/'))
  await page.getByRole('button', { name: 'Yes, it is mine' }).click()

  await expect(part.getByLabel('Never')).toBeChecked()
  await part.getByLabel('Daily', { exact: true }).check()
  await part.getByLabel('Papers at most').fill('3')
  await part.getByLabel('Categories').fill('cs.LG, nonsense!')
  await part.getByRole('button', { name: 'Keep these' }).click()
  await expect(part.getByLabel('Categories')).toHaveAccessibleDescription(/A category looks like cs\.LG/)
  await expect(part.getByLabel('Papers at most')).toHaveValue('3')
  await part.getByLabel('Categories').fill('cs.LG, stat.ML')
  await part.getByRole('button', { name: 'Keep these' }).click()
  await expect(part.getByText('Kept.')).toBeVisible()
  await expect(part.getByText(`to ${address}`)).toBeVisible()
  await expect(part.getByLabel('Categories')).toHaveValue('cs.LG, stat.ML')
  await part.getByLabel('Never').check()
  await part.getByRole('button', { name: 'Keep these' }).click()
  await expect(part.getByLabel('Never')).toBeChecked()
})

test('the letter can be looked at before it comes, with choices that are not kept yet', async ({ page, ownSite }) => {
  test.setTimeout(90_000)
  const site = await ownSite({ SAMPLE: 'on', SMTP_URL: 'smtp://127.0.0.1:9' })
  await page.goto(`${site.url}/subscription/preview?frequency=weekly&papers=2&timezone=Europe%2FBerlin`)
  const mail = page.frameLocator('iframe')
  await expect(mail.getByText('These are the first 2')).toBeVisible()
  await expect(mail.getByText('weekly at 07:00 in Berlin')).toBeVisible()
  await expect(page.getByText('These are the first 2')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await mail
    .getByRole('link', { name: /comment|discuss/ })
    .first()
    .click()
  await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`${site.url}/subscription/preview?keywords=no+paper+has+this`)
  await expect(page.getByText('Nothing would have come')).toBeVisible()
  await page.goto(`${site.url}/subscription/preview?papers=51`)
  await expect(page.getByText('A whole number from 1 to 50.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Tove subscribes, confirms, chooses and leaves', async ({ page }, { retry }) => {
    const address = `tove-${retry}@lab.example`
    await page.goto('/')
    await page.getByLabel('Your e-mail address').fill('tove at lab')
    await page.getByRole('button', { name: 'Subscribe' }).click()
    await expect(page).toHaveURL(/\/subscription\?refused=/)
    await expect(page.getByLabel('Your e-mail')).toHaveValue('tove at lab')
    await expect(page.getByText('That is not an e-mail address.')).toBeVisible()
    await page.getByLabel('Your e-mail').fill(address)
    await page.getByRole('button', { name: 'Subscribe' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Look in your mail' })).toBeVisible()

    await page.goto(await linkInLetter(address, '/subscription/confirm'))
    await page.getByRole('button', { name: 'Yes, send them' }).click()
    await page.getByLabel('Papers at most').fill('5')
    await page.getByLabel('Authors').fill('Grace Hopper')
    await page.getByRole('button', { name: 'Keep these' }).click()
    await expect(page.getByText('Kept.')).toBeVisible()
    await expect(page.getByLabel('Papers at most')).toHaveValue('5')
    await page.goto(await leaveLink(address))
    await page.getByRole('button', { name: 'Stop them' }).click()
    await expect(page.getByText(`None will come to ${address}.`)).toBeVisible()
  })
})
