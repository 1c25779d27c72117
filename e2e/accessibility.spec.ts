import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { makeRole } from './support/commands'
import { publicPages, wideComment } from './support/pages'
import { say } from './support/talk'
import { expect, test } from './support/test'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
type Look = Readonly<{ called: string; width: number; height: number; colorScheme: 'light' | 'dark'; rules?: string[] }>

/** A page is looked at in one and then dressed in the next: a change of colours alone asks for the rules of colours. */
const looks: readonly Look[] = [
  { called: 'a desk', width: 1280, height: 800, colorScheme: 'light' },
  { called: 'a desk in the dark', width: 1280, height: 800, colorScheme: 'dark', rules: ['color-contrast'] },
  { called: 'a phone in the dark', width: 390, height: 844, colorScheme: 'dark' },
]

// The policy lets no script of ours in from outside; axe comes from the test.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } })

for (const [name, path] of Object.entries(publicPages)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await page.goto(path)
    await expectNothingFound(page, name)
  })
}

test('axe finds nothing on pages that show who is signed in', async ({ join }) => {
  test.slow()
  const { page, context, name } = await join('mira', { bypassCSP: true, reducedMotion: 'reduce' })
  const id = await say(context.request, '2603.90201', wideComment)
  await say(context.request, '2603.90201', 'And an answer to that.', id)
  await visitEach(page, ['/papers/2603.90201', `/user/${name}`, '/settings', '/'])
})

test('axe finds nothing on what a reader follows, and on their lists, one made private by a moderator', async ({
  join,
  baseURL,
}) => {
  test.slow()
  const { page, context } = await join('ines', { bypassCSP: true, reducedMotion: 'reduce' })
  const send = async (method: 'post' | 'put' | 'patch', path: string, data?: object) => {
    const answer = await context.request[method](path, { headers: { origin: baseURL ?? '' }, data })
    expect(answer.ok(), path).toBe(true)
    return answer.json()
  }
  await page.goto('/following')
  await expectNothingFound(page, 'an empty list of one’s own')
  await send('post', '/api/follows', { kind: 'keyword', value: 'vineyards' })
  await send('post', '/api/follows', { kind: 'keyword', value: 'quantum', want: 'mute' })
  const { list } = await send('put', '/api/lists/default/papers/2603.90301')
  await send('put', `/api/lists/${list.id}/papers/2603.90300`)
  await send('patch', `/api/lists/${list.id}/papers/2603.90300`, { note: 'Read it twice.', read: true })
  await send('patch', `/api/lists/${list.id}`, { isPublic: true })
  await visitEach(page, ['/following', '/lists', `/list/${list.id}`])
  await page.getByRole('button', { name: 'Choose a list for Weather for Vineyards, Part 1', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'To read' })).toBeChecked()
  await expectNothingFound(page, 'the choice of lists')

  const noor = await join('noor', { bypassCSP: true, reducedMotion: 'reduce' })
  await makeRole(noor.name, 'moderator', process.env.E2E_DATABASE_URL ?? '')
  await noor.page.goto(`/list/${list.id}`)
  await noor.page.getByRole('button', { name: 'Make it private' }).click()
  await noor.page.getByLabel('Why?').fill('An advertisement.')
  await expectNothingFound(noor.page, 'the form that makes a list private')
  await noor.page.getByLabel('Why?').press('Enter')
  await expect(noor.page.getByText('A moderator made this list private: ')).toBeFocused()
  await expectNothingFound(noor.page, 'a list that was made private, for a moderator')
  await visitEach(page, [`/list/${list.id}`])
})

test('axe finds nothing on the pages of admins', async ({ join }) => {
  test.slow()
  const { page, name } = await join('noor', { bypassCSP: true, reducedMotion: 'reduce' })
  await makeRole(name, 'admin', process.env.E2E_DATABASE_URL ?? '')
  await visitEach(page, ['/admin', `/admin/people?find=${name}&person=${name}`, '/admin/letters', '/admin/log'])
})

test('axe finds nothing on webhooks, one of them open to be changed', async ({ join, baseURL }) => {
  const { page, context } = await join('mira', { bypassCSP: true, reducedMotion: 'reduce' })
  const asked = { kind: 'standard', label: 'Notebook', url: 'http://127.0.0.1:1/in', events: ['day.closed'] }
  const headers = { origin: baseURL ?? '' }
  const made = await context.request.post('/api/webhooks', { headers, data: asked })
  const { id } = await made.json()
  await context.request.post(`/api/webhooks/${id}/test`, { headers })
  await page.goto('/settings/webhooks')
  await page.getByText('Change Notebook').click()
  await expectNothingFound(page, 'webhooks')
})

test('axe finds nothing with the keys or the calendar open', async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNothingFound(page, 'the keys')
})

async function visitEach(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expectNothingFound(page, path)
  }
}

/** The page as it stands, in every look; it is left in the first. */
async function expectNothingFound(page: Page, what: string): Promise<void> {
  await page.evaluate(axe)
  for (const look of looks) {
    await wear(page, look)
    expect(await findings(page, look.rules), `${what}, on ${look.called}`).toEqual([])
  }
  const [first] = looks
  if (first) await wear(page, first)
}

async function wear(page: Page, { width, height, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

/** What axe finds, by all of its rules or by some, in a form that a person can act on. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await page.evaluate((only) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } } // put there above
    return axe.run({ resultTypes: ['violations'], preload: false, ...(only && { runOnly: only }) })
  }, rules)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`),
  )
}
