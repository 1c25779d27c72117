import type { Page } from '@playwright/test'
import { makeRole } from './support/commands'
import { publicPages, wideComment } from './support/pages'
import { say } from './support/talk'
import { expect, test } from './support/test'

for (const width of [390, 320]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ visit }) => {
    test.setTimeout(90_000)
    const page = await visit({ viewport: { width, height: 844 } })
    for (const [name, path] of Object.entries(publicPages)) {
      await page.goto(path)
      expect(await sideways(page), name).toEqual([])
    }
  })

  test(`nor does anything with a long comment, or in the settings, at ${width} pixels`, async ({ join }) => {
    const { page, context, name } = await join('mira', { viewport: { width, height: 844 } })
    await say(context.request, '2603.90205', wideComment)
    for (const path of ['/papers/2603.90205', '/comments', `/user/${name}`, '/settings', '/settings/webhooks']) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(await sideways(page), path).toEqual([])
    }
  })

  test(`nor do the pages of admins at ${width} pixels`, async ({ join }) => {
    const { page, name } = await join('noor', { viewport: { width, height: 844 } })
    await makeRole(name, 'admin', process.env.E2E_DATABASE_URL ?? '')
    for (const path of ['/admin', `/admin/people?find=${name}&person=${name}`, '/admin/letters', '/admin/log']) {
      await page.goto(path)
      expect(await sideways(page), path).toEqual([])
    }
  })
}

test('a page can be read at 200 % without scrolling sideways', async ({ visit }) => {
  const page = await visit({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
  for (const path of ['/', publicPages['a day of hard cases'], publicPages['a paper']]) {
    await page.goto(path)
    expect(await sideways(page), path).toEqual([])
  }
})

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
