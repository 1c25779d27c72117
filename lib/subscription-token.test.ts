import { expect, test } from 'vitest'
import { idOfToken, linkToken, tokenFits } from '@/lib/subscription-token'

const mira = { id: 'subscription-of-mira', secret: 'a secret of hers' }

test('a token is good for one reader and one purpose', () => {
  const token = linkToken(mira.id, mira.secret, 'leave')
  expect(idOfToken(token)).toBe(mira.id)
  expect(tokenFits(token, mira, 'leave')).toBe(true)
  expect(tokenFits(token, mira, 'change')).toBe(false)
  expect(tokenFits(token, { ...mira, secret: 'another' }, 'leave')).toBe(false)
  expect(tokenFits(token, { ...mira, id: 'subscription-of-tove' }, 'leave')).toBe(false)
  expect(tokenFits(`${token.slice(0, -1)}!`, mira, 'leave')).toBe(false)
})

test.each(['', 'nonsense', 'a.b', `${mira.id}.short`])('%j is no token', (token) => {
  expect(idOfToken(token)).toBeNull()
})
