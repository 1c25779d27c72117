import type { Locator, Page } from '@playwright/test'

/** A paper in a list, by its title. */
export function item(page: Page, title: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
}

/** The triangle of a paper in a list, or the one of a paper's own page. */
export function triangle(within: Page | Locator): Locator {
  return within.getByRole('button', { name: /^Upvote, / }).first()
}

/** The titles of a list, in the order that the reader sees. */
export function titles(page: Page): Promise<string[]> {
  return page.getByRole('main').getByRole('listitem').getByRole('article').getByRole('heading').allInnerTexts()
}

/** Resolves once the page hears what happens elsewhere. */
export async function listening(page: Page, open: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes('/api/live'))
  await open()
  await stream
}
