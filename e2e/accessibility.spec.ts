import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { makeRole } from './support/commands'
import { publicPages, wideComment } from './support/pages'
import { say } from './support/talk'
import { expect, test } from './support/test'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const widths = { 'a desk': { width: 1280, height: 800 }, 'a phone': { width: 390, height: 844 } }

// The policy lets no script of ours in from outside; axe comes from the test.
test.use({ bypassCSP: true })

for (const [where, viewport] of Object.entries(widths)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Light is seen on a desk, a phone in the dark: the fourth has nothing of its own, and a minute is a minute.
    if (where === 'a phone' && colorScheme === 'light') continue
    test.describe(`on ${where}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } })

      for (const [name, path] of Object.entries(publicPages)) {
        test(`axe finds nothing on ${name}`, async ({ page }) => {
          await page.goto(path)
          expect(await findings(page)).toEqual([])
        })
      }

      test('axe finds nothing on pages that show who is signed in', async ({ join }) => {
        const { page, context, name } = await join('mira', { viewport, colorScheme, bypassCSP: true })
        const id = await say(context.request, '2603.90201', wideComment)
        await say(context.request, '2603.90201', 'And an answer to that.', id)
        for (const path of ['/papers/2603.90201', `/user/${name}`, '/settings', '/']) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          expect(await findings(page), path).toEqual([])
        }
      })

      test('axe finds nothing on what a reader follows, and on their lists', async ({ join, baseURL }) => {
        const { page, context } = await join('ines', { viewport, colorScheme, bypassCSP: true })
        const send = async (method: 'post' | 'put' | 'patch', path: string, data?: object) => {
          const answer = await context.request[method](path, { headers: { origin: baseURL ?? '' }, data })
          expect(answer.ok(), path).toBe(true)
          return answer.json()
        }
        await page.goto('/following')
        expect(await findings(page), 'an empty list of one’s own').toEqual([])
        await send('post', '/api/follows', { kind: 'keyword', value: 'vineyards' })
        await send('post', '/api/follows', { kind: 'keyword', value: 'quantum', want: 'mute' })
        const { list } = await send('put', '/api/lists/default/papers/2603.90301')
        await send('put', `/api/lists/${list.id}/papers/2603.90300`)
        await send('patch', `/api/lists/${list.id}/papers/2603.90300`, { note: 'Read it twice.', read: true })
        await send('patch', `/api/lists/${list.id}`, { isPublic: true })
        for (const path of ['/following', '/lists', `/list/${list.id}`]) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          expect(await findings(page), path).toEqual([])
        }
        await page.getByRole('button', { name: 'Choose a list for Weather for Vineyards, Part 1', exact: true }).click()
        await expect(page.getByRole('checkbox', { name: 'To read' })).toBeChecked()
        expect(await findings(page), 'the choice of lists').toEqual([])
      })

      test('axe finds nothing on the pages of admins', async ({ join }) => {
        const { page, name } = await join('noor', { viewport, colorScheme, bypassCSP: true })
        await makeRole(name, 'admin', process.env.E2E_DATABASE_URL ?? '')
        for (const path of ['/admin', `/admin/people?find=${name}&person=${name}`, '/admin/letters', '/admin/log']) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          expect(await findings(page), path).toEqual([])
        }
      })

      test('axe finds nothing on webhooks, one of them open to be changed', async ({ join, baseURL }) => {
        const { page, context } = await join('mira', { viewport, colorScheme, bypassCSP: true })
        const asked = { kind: 'standard', label: 'Notebook', url: 'http://127.0.0.1:1/in', events: ['day.closed'] }
        const headers = { origin: baseURL ?? '' }
        const made = await context.request.post('/api/webhooks', { headers, data: asked })
        const { id } = await made.json()
        await context.request.post(`/api/webhooks/${id}/test`, { headers })
        await page.goto('/settings/webhooks')
        await page.getByText('Change Notebook').click()
        expect(await findings(page)).toEqual([])
      })

      test('axe finds nothing with the keys or the calendar open', async ({ page }) => {
        await page.goto('/')
        await page.waitForLoadState('networkidle')
        await page.keyboard.press('?')
        await expect(page.getByRole('dialog')).toBeVisible()
        expect(await findings(page)).toEqual([])
      })
    })
  }
}

/** What axe finds, in a form that a person can act on. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } } // put there by the line above
    return axe.run()
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`),
  )
}
