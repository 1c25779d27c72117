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

test('the longest bio is kept, in whatever script', () => {
  for (const letter of ['x', 'é', '論', '"', '\n']) {
    const typed = { fullName: '論'.repeat(80), bio: letter.repeat(500) }
    const sealed = sealFlash({ ...refused, values: typed })
    expect(sealed.length).toBeLessThan(4_000)
    expect(openFlash(sealed, 'a1b2c3d4')?.values).toEqual(typed)
  }
})

test('it fits a cookie, whatever was typed: what is too long is left out, the rest stays', () => {
  const values = { bio: '論'.repeat(100_000), name: 'Søren', link: 'x'.repeat(3_000) }
  const sealed = sealFlash({ ...refused, values })
  expect(sealed.length).toBeLessThan(4_000)
  expect(sealed).toMatch(/^[\w-]+$/)
  expect(openFlash(sealed, 'a1b2c3d4')?.values).toEqual({ name: 'Søren' })
})

const sealed = (text: string) => Buffer.from(text).toString('base64url')

test.each(['', '%', '{', sealed('{"id":1}'), sealed('null'), sealed('{')])('the cookie %j says nothing', (cookie) => {
  expect(openFlash(cookie, 'a1b2c3d4')).toBeNull()
})
