import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Writes a comment (or an answer to one) through the API, for stories about what happens to it. @returns its id */
export async function say(
  request: APIRequestContext,
  paperId: string,
  comment: string,
  replyTo?: string,
): Promise<string> {
  const path = `/api/papers/${paperId}/comment${replyTo ? `/${replyTo}/reply` : ''}`
  const answer = await request.post(path, { headers: { origin: process.env.E2E_URL ?? '' }, data: { comment } })
  expect(answer.status(), await answer.text()).toBe(201)
  const { id } = await answer.json()
  return id
}

/** The comment that says these words: of those that hold them in their replies too, the innermost. */
export function commentWith(page: Page, words: string): Locator {
  return page
    .getByRole('region', { name: /comment/ })
    .getByRole('listitem')
    .filter({ hasText: words })
    .last()
}

/** One of its buttons; its replies, which have the same, come after it. */
export function act(comment: Locator, name: string): Locator {
  return comment.getByRole('button', { name, exact: true }).first()
}
