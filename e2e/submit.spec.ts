import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import type { Page } from '@playwright/test'
import { formatDay } from '@/lib/days'
import { arxivPaper, openServices, type ServicesStandIn } from '@/testing/arxiv-stand-in'
import { type RunningSite, startSite } from '@/testing/running-site'
import { makeRole } from './support/commands'
import { triangle } from './support/lists'
import { settingsIn } from './support/site'
import { expect, password, test as story } from './support/test'

/* What is submitted is on today's list, so these stories have a site to themselves, and services of their own to ask. */

const test = story.extend<object, { services: ServicesStandIn; site: RunningSite }>({
  services: [
    // Playwright reads from the pattern what a fixture needs, so there has to be one.
    async ({ browserName: _ }, use) => {
      const services = await openServices()
      for (const n of [1, 2]) services.arxiv.push(paperOf(n))
      await use(services)
      services.close()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ services }, use) => {
      const folder = mkdtempSync(joinPath(tmpdir(), 'daily-papers-submit-'))
      const site = await startSite({ ...settingsIn(folder), ...services.settings })
      await use(site)
      await site.end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
})

// One after the other, on the one site.
test.describe.configure({ mode: 'default' })

const trouble = { kind: 'hang up' } as const
const today = () => formatDay(new Date().toISOString().slice(0, 10))

function paperOf(n: number) {
  const title = n === 1 ? 'Attention to $\\ell_1$ Attention' : 'With the Keyboard Alone'
  return arxivPaper({ id: `2606.0000${n}`, title, authors: 'Mira Sol, Tove Lind', datestamp: '2026-06-02' })
}

async function paste(page: Page, what: string) {
  await page.goto('/submit')
  await page.getByLabel('Paste an address or an id').fill(what)
  await page.getByRole('button', { name: 'Fetch' }).click()
}

test('Mira submits by pasting an address; Tove, who pastes it too, is led to it and votes', async ({ join }) => {
  const { page: mira, name } = await join('mira')
  await mira.goto('/')
  await mira.getByRole('link', { name: 'Submit', exact: true }).click()
  await mira.getByLabel('Paste an address or an id').fill('https://arxiv.org/pdf/2606.00001v2')
  await mira.getByRole('button', { name: 'Fetch' }).click()
  await expect(mira.getByRole('heading', { name: 'Is this it?' })).toBeVisible()
  await expect(mira.getByText('Mira Sol, Tove Lind')).toBeVisible()
  await expect(mira.getByText(new RegExp(`^It goes on ${today()}, as the \\d+\\w\\w paper of the day`))).toBeVisible()
  await mira.getByLabel('A first comment').fill('Worth **two** minutes.')
  await mira.getByRole('button', { name: 'Preview' }).click()
  await expect(mira.locator('.preview strong')).toHaveText('two')
  await mira.getByRole('button', { name: /^List it on / }).click()
  await expect(mira).toHaveURL(`/papers/2606.00001#listed`)
  await expect(mira.getByText(`It is on the list of ${today()}.`)).toBeFocused()
  await expect(mira.getByText('Worth two minutes.')).toBeVisible()
  await expect(triangle(mira)).toHaveAttribute('aria-pressed', 'true')
  await mira.goto(`/user/${name}`)
  await expect(mira.getByRole('region', { name: 'Papers' }).getByRole('link', { name: /Attention/ })).toBeVisible()

  const { page: tove } = await join('tove')
  await paste(tove, 'arXiv:2606.00001')
  await expect(tove.getByRole('heading', { name: 'It is here already' })).toBeVisible()
  await expect(tove.getByText('Your vote would be the 2nd.')).toBeVisible()
  await triangle(tove).click()
  await expect(triangle(tove)).toHaveAccessibleName(/2 votes, yours/)
  await tove.getByRole('link', { name: /^Attention to/ }).click()
  await expect(tove).toHaveURL(`/papers/2606.00001`)

  // Somebody else has voted, so it stays.
  await mira.goto('/papers/2606.00001')
  await expect(triangle(mira)).toHaveAccessibleName(/2 votes/)
  await expect(mira.getByText('It is on the list of')).toBeHidden()
  await expect(mira.getByRole('button', { name: 'Take it back' })).toBeHidden()
})

test('a fetch that fails leaves the form filled; Ida types the paper, sees it, lists it and takes it back', async ({
  join,
  services,
}) => {
  const { page: ida } = await join('ida', { viewport: { width: 390, height: 844 } })
  services.next(trouble, trouble, trouble)
  await paste(ida, 'https://openreview.net/forum?id=rJ4km2R5t7')
  await expect(ida.getByText('OpenReview cannot be reached. Try again, or fill it in yourself.')).toBeVisible()
  await expect(ida.getByLabel('Paste an address or an id')).toHaveValue('https://openreview.net/forum?id=rJ4km2R5t7')
  await expect(ida.getByRole('button', { name: 'Try again' })).toBeVisible()
  const authors = ida.getByLabel('Authors')
  await authors.fill('Ida Noor\n'.repeat(60))
  expect((await authors.boundingBox())?.height).toBeLessThan(200)
  await authors.fill('Ida Noor\n李明')
  await ida.getByLabel('Title').fill('Heat of\n$n$ votes')
  await ida.getByRole('button', { name: 'Show it to me first' }).click()
  const preview = ida.getByRole('region', { name: 'What it will look like' })
  await expect(preview.getByText('2 authors')).toBeVisible()
  await expect(preview.locator('math')).toBeVisible()
  await expect(preview.getByRole('heading', { name: 'Heat of votes', exact: true })).toBeVisible()
  expect(await ida.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  await ida.getByRole('button', { name: /^List it on / }).click()
  await expect(ida).toHaveURL(/\/papers\/p-[0-9a-z]{10}#listed$/)
  await expect(ida.getByRole('link', { name: 'Paper openreview.net' })).toHaveAttribute(
    'href',
    'https://openreview.net/forum?id=rJ4km2R5t7',
  )
  await expect(ida.getByRole('link', { name: /arXiv|PDF/ })).toHaveCount(0)
  const address = ida.url()
  await ida.getByRole('button', { name: 'Take it back' }).click()
  await ida.getByRole('button', { name: 'Take it back' }).click()
  await expect(ida.getByText('Taken back. It is off the list.')).toBeVisible()
  await expect.poll(async () => (await ida.request.get(address)).status()).toBe(404)
})

test('what is no paper is said at the field, and so is a page that has to be typed', async ({ join }) => {
  const { page } = await join('rashid')
  await paste(page, 'attention paper by tri dao')
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'That reads like a title. Paste the paper’s address or id.',
  )
  await expect(page.getByLabel('Paste an address or an id')).toHaveAttribute('aria-invalid', 'true')
  await paste(page, 'https://arxiv.org/abs/2606.99999')
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'arXiv has no such paper. Look whether the address is whole.',
  )
  await expect(page.getByLabel('Title')).toBeHidden()
  await paste(page, 'https://lab.example/heat')
  await expect(page.getByRole('heading', { name: 'Fill it in yourself' })).toBeVisible()
})

test('who is signed out signs in on the way, and finds what they pasted', async ({ join, visit }) => {
  const { name } = await join('pilar')
  const page = await visit()
  await page.goto(`/submit?q=${encodeURIComponent('https://lab.example/heat?a=1&b=2')}`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Paste an address or an id')).toHaveValue('https://lab.example/heat?a=1&b=2')
})

test('without JavaScript Kenji types a paper, lists it with a comment and takes it back', async ({ join }) => {
  const { page: kenji } = await join('kenji', { javaScriptEnabled: false })
  await paste(kenji, 'https://lab.example/heat')
  await kenji.getByLabel('Title').fill('Heat')
  await kenji.getByLabel('Authors').fill('Kenji Mori')
  await kenji.getByLabel('A first comment').fill('[a]: https://a.example')
  await kenji.getByRole('button', { name: /^List it on / }).click()
  await expect(kenji.getByText('Nothing of this would be seen. Write something.')).toBeVisible()
  await expect(kenji.getByLabel('Title')).toHaveValue('Heat')
  await expect(kenji.getByLabel('Authors')).toHaveValue('Kenji Mori')
  await kenji.getByLabel('A first comment').fill('Plain words.')
  await kenji.getByRole('button', { name: /^List it on / }).click()
  await expect(kenji.getByRole('heading', { level: 1, name: 'Heat' })).toBeVisible()
  await expect(kenji.getByText('Plain words.')).toBeVisible()
  await kenji.goto('/submit')
  await kenji.getByRole('button', { name: 'Take it back' }).click()
  await expect(kenji.getByText('Taken back. It is off the list.')).toBeVisible()
})

test('where moderators choose, members are told so and have no link; a moderator has', async ({
  ownSite,
  services,
  visit,
}) => {
  test.setTimeout(90_000)
  const site = await ownSite({ ...services.settings, SUBMIT: 'moderators' })
  const page = await visit({ baseURL: site.url })
  await page.goto('/submit')
  await expect(page.getByRole('heading', { name: 'Moderators choose the papers here.' })).toBeVisible()
  const headers = { origin: site.url }
  await page.request.post('/api/signup', { headers, data: { name: 'ana', password } })
  await page.goto('/submit?q=2606.00001')
  await expect(page.getByRole('heading', { name: 'Moderators choose the papers here.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'ana' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Submit', exact: true })).toHaveCount(0)
  const refused = await page.request.post('/api/papers/submit', { headers, data: { paperId: '2606.00001' } })
  expect(refused.status()).toBe(403)
  await makeRole('ana', 'moderator', site.databaseUrl)
  await page.goto('/')
  await page.getByRole('link', { name: 'Submit', exact: true }).click()
  await expect(page.getByLabel('Paste an address or an id')).toBeVisible()
})

test('with the keyboard alone Lin submits a paper', async ({ join }) => {
  const { page: lin } = await join('lin')
  await lin.goto('/submit')
  await tabTo(lin, 'Paste an address or an id')
  await lin.keyboard.type('10.48550/arXiv.2606.00002')
  await lin.keyboard.press('Enter')
  await expect(lin.getByRole('heading', { name: 'Is this it?' })).toBeVisible()
  await tabTo(lin, 'A first comment')
  await lin.keyboard.type('Typed.')
  await tabTo(lin, 'List it on')
  await lin.keyboard.press('Enter')
  await expect(lin).toHaveURL('/papers/2606.00002#listed')
  await expect(lin.getByText('Typed.')).toBeVisible()
})

test('the bookmark opens the form with the address of the page that one is on', async ({ page }) => {
  await page.goto('/about/tools')
  const bookmark = await page.getByRole('link', { name: /^Submit to / }).getAttribute('href')
  expect(bookmark).toBe(await page.getByLabel('The line').inputValue())
  expect(bookmark).toMatch(/^javascript:location\.href='http:\/\/localhost:\d+\/submit\?q='/)
})

/** Tabs on to what has this name, as far as it takes. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate(() => {
      const at = document.activeElement
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at
      return label?.textContent ?? ''
    })
    if (reached.startsWith(name)) return
  }
  throw new Error(`The Tab key does not reach ${name}.`)
}
