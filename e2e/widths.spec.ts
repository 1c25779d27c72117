import type { Page } from '@playwright/test'
import { makeRole } from './support/commands'
import { publicPages, wideComment } from './support/pages'
import { say } from './support/talk'
import { expect, test } from './support/test'

const widths = [390, 320]
const viewport = { width: 390, height: 844 }

test('nothing scrolls sideways on a phone', async ({ visit }) => {
  test.setTimeout(120_000)
  const page = await visit({ viewport })
  for (const path of Object.values(publicPages)) await expectNarrow(page, path)
})

test('nor does anything with a long comment, or in the settings', async ({ join }) => {
  const { page, context, name } = await join('mira', { viewport })
  await say(context.request, '2603.90205', wideComment)
  for (const path of ['/papers/2603.90205', '/comments', `/user/${name}`, '/settings', '/settings/webhooks']) {
    await expectNarrow(page, path, 'networkidle')
  }
})

test('nor do the pages of admins', async ({ join }) => {
  const { page, name } = await join('noor', { viewport })
  await makeRole(name, 'admin', process.env.E2E_DATABASE_URL ?? '')
  for (const path of ['/admin', `/admin/people?find=${name}&person=${name}`, '/admin/letters', '/admin/log']) {
    await expectNarrow(page, path)
  }
})

test('a page can be read at 200 % without scrolling sideways', async ({ visit }) => {
  const page = await visit({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
  for (const path of ['/', publicPages['a day of hard cases'], publicPages['a paper']]) {
    await page.goto(path)
    expect(await sideways(page), path).toEqual([])
  }
})

/** Opens a page once, and looks at it in each width. */
async function expectNarrow(page: Page, path: string, until: 'load' | 'networkidle' = 'load'): Promise<void> {
  await page.goto(path, { waitUntil: until })
  for (const width of widths) {
    await page.setViewportSize({ ...viewport, width })
    expect(await sideways(page), `${path} at ${width} pixels`).toEqual([])
  }
}

/** What reaches past the right edge of a page that scrolls sideways; nothing of one that does not. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element.parentElement))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 40)}`)
      .slice(0, 5)
  })
}
