import { expect, test } from 'vitest'
import { GET } from '@/app/api/whoami-v2/route'
import { createToken } from '@/db/tokens'
import { createUser } from '@/db/users'
import { authorityOf } from '@/lib/authority'

test('a token learns whose it is and what it is called', async () => {
  const made = await createUser({ name: 'whoami-ida' }, Date.now())
  if (!made.ok) throw new Error(made.error)
  const label = 'reading group'
  const { token } = await createToken(authorityOf(made.viewer).userId, { label, scope: 'read' }, Date.now())
  const headers = { authorization: `Bearer ${token}` }
  const answer = await GET(new Request('http://localhost/api/whoami-v2', { headers }), { params: Promise.resolve({}) })
  expect(await answer.json()).toMatchObject({
    name: 'whoami-ida',
    auth: { type: 'access_token', accessToken: { displayName: label, role: 'read' } },
  })
})
