import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { cosine, quantised } from '@/lib/search-vectors'
import { fetchVectors, TextRefused } from '@/outside/embed-service'

/* A server that speaks OpenAI's /v1/embeddings: a text's vector points where its length does. */

type Answer = { status?: number; body: unknown }
const asked: { headers: IncomingHttpHeaders; body: { model: string; input: string[]; encoding_format: string } }[] = []
let answer: (input: string[]) => Answer

const vectorOf = (text: string) => [1, text.length, 0]
const well = (input: string[]): Answer => ({
  // In any order: `index` says which is whose.
  body: { object: 'list', data: input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse() },
})

const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    const body = JSON.parse(text)
    asked.push({ headers: request.headers, body })
    const { status = 200, body: said } = answer(body.input)
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(typeof said === 'string' ? said : JSON.stringify(said))
  })
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`
const service = { url, model: 'small', token: 'key' }

beforeEach(() => {
  asked.length = 0
  answer = well
})
afterAll(() => server.close())

test('each text gets its own vector, whatever the order of the answer', async () => {
  const vectors = await fetchVectors(service, ['a', 'longer'])
  expect(vectors.map((vector) => Array.from(vector))).toEqual(
    ['a', 'longer'].map((text) => Array.from(quantised(vectorOf(text)))),
  )
  expect(cosine(vectors[0] as Int8Array, vectors[1] as Int8Array)).toBeLessThan(0.9)
  expect(asked[0]).toMatchObject({
    headers: { authorization: 'Bearer key' },
    body: { model: 'small', input: ['a', 'longer'], encoding_format: 'float' },
  })
})

test('without a key none is sent', async () => {
  await fetchVectors({ url, model: 'small' }, ['a'])
  expect(asked[0]?.headers.authorization).toBeUndefined()
})

test.each([
  ['busy', { status: 429, body: {} }],
  ['down', { status: 503, body: {} }],
  ['down', { status: 401, body: {} }],
  ['broken', { body: '<h1>Hello</h1>' }],
  ['broken', { body: { data: [] } }],
  ['broken', { body: { data: [{ index: 0, embedding: [] }] } }],
  ['broken', { body: { data: [{ index: 0, embedding: ['1'] }] } }],
])('a server that is %s is told apart: %j', async (kind, said) => {
  answer = () => said
  await expect(fetchVectors(service, ['a'])).rejects.toMatchObject({ kind })
})

test('vectors of two lengths are no vectors', async () => {
  answer = (input) => ({ body: { data: input.map((_, index) => ({ index, embedding: Array(index + 1).fill(1) })) } })
  await expect(fetchVectors(service, ['a', 'b'])).rejects.toMatchObject({ kind: 'broken' })
})

test('a server that is not there, and one that does not answer in time', async () => {
  await expect(fetchVectors({ ...service, url: 'http://127.0.0.1:9/v1' }, ['a'])).rejects.toMatchObject({
    kind: 'down',
  })
  await expect(fetchVectors(service, ['a'], AbortSignal.timeout(0))).rejects.toMatchObject({ kind: 'slow' })
})

test.each([400, 413, 422])('a text that is refused with %d is told from a server that refuses all', async (status) => {
  answer = (input) => (input[0] === 'odd' ? { status, body: { error: { message: 'too long' } } } : well(input))
  await expect(fetchVectors(service, ['odd'])).rejects.toBeInstanceOf(TextRefused)
  answer = () => ({ status, body: { error: { message: 'no such model' } } })
  await expect(fetchVectors(service, ['odd'])).rejects.toMatchObject({ kind: 'down' })
})
