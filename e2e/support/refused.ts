import type { APIRequestContext } from '@playwright/test'
import { expect } from './test'

/** What is asked for is refused with this status, and a sentence says why. */
export async function expectReason(request: APIRequestContext, path: string, status: number): Promise<void> {
  const answer = await request.get(path)
  expect(answer.status()).toBe(status)
  expect((await answer.json()).error).toMatch(/\w+\.$/)
}
