import { expect, test } from 'vitest'
import { openFlash, sealFlash } from '@/lib/flash'

const refused = {
  id: 'a1b2c3d4',
  part: '',
  error: 'That name is taken.',
  fields: { name: 'That name is taken.' },
  values: { name: 'Søren', password: 'correct horse', token: 'secret', current: 'old', invite: 'also secret' },
}

test('a refused form finds its reason and what was typed, and no secret', () => {
  expect(openFlash(sealFlash(refused), 'a1b2c3d4')).toEqual({ ...refused, values: { name: 'Søren' } })
})

test('it speaks only to the page that it was sent to', () => {
  expect(openFlash(sealFlash(refused), 'ffffffff')).toBeNull()
})

test('it fits a cookie, whatever was typed', () => {
  const long = sealFlash({ ...refused, values: { bio: 'x'.repeat(100_000) } })
  expect(long.length).toBeLessThan(1000)
  expect(sealFlash(refused)).not.toMatch(/[;,\s"]/)
})

test.each(['', '%', '{', '%7B%22id%22%3A1%7D', 'null'])('the cookie %j says nothing', (cookie) => {
  expect(openFlash(cookie, 'a1b2c3d4')).toBeNull()
})
