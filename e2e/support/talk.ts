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

/** The comment in which these words stand, without its replies. */
export function commentWith(page: Page, words: string): Locator {
  return page.locator('.comment > .prose', { hasText: words }).locator('..')
}
