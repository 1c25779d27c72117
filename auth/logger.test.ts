import { AuthError, CredentialsSignin } from 'next-auth'
import { afterEach, expect, test, vi } from 'vitest'
import { logger } from '@/auth/logger'

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
afterEach(() => written.mockClear())

test('a wrong password is no fault, also under the short name that a build gives its class', () => {
  const wrong = new CredentialsSignin()
  logger.error?.(wrong)
  wrong.name = 'k'
  logger.error?.(wrong)
  expect(written).not.toHaveBeenCalled()
})

test('a fault is written down with what caused it', () => {
  logger.error?.(new AuthError('wrapped', { cause: { err: new Error('the other site is down') } }))
  expect(written).toHaveBeenCalledWith(expect.stringContaining('the other site is down'))
})
