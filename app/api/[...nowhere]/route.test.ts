import { expect, test } from 'vitest'
import { GET } from '@/app/api/[...nowhere]/route'

test('what the API does not have is refused in its own form', async () => {
  const params = Promise.resolve({ nowhere: ['nope', 'at', 'all'] })
  const answer = await GET(new Request('http://localhost/api/nope/at/all'), { params })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ error: 'The API has nothing at this address.' })
})
