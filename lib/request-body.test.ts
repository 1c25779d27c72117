import { expect, test } from 'vitest'
import { isFormPost, maxBodyBytes, readBody } from '@/lib/request-body'

const post = (body: BodyInit | null, type?: string) =>
  new Request('https://papers.example/api/x', { method: 'POST', body, headers: type ? { 'content-type': type } : {} })

test('JSON and forms are read alike', async () => {
  const fields = { ok: true, value: { comment: 'Good & short', name: 'Åsa' } }
  expect(await readBody(post('{"comment":"Good & short","name":"Åsa"}', 'application/json; charset=utf-8'))).toEqual(
    fields,
  )
  expect(await readBody(post(new URLSearchParams({ comment: 'Good & short', name: 'Åsa' })))).toEqual(fields)
  const form = new FormData()
  form.set('comment', 'Good & short')
  form.set('name', 'Åsa')
  expect(await readBody(post(form))).toEqual(fields)
})

test('a text area sends line breaks as they were typed', async () => {
  const read = await readBody(post(new URLSearchParams({ bio: 'one\r\ntwo' })))
  expect(read).toEqual({ ok: true, value: { bio: 'one\ntwo' } })
})

test('no body is no fields', async () => {
  expect(await readBody(post(null))).toEqual({ ok: true, value: {} })
})

test.each([
  ['{"comment":', 'application/json', 400],
  ['[1]', 'application/json', 400],
  ['null', 'application/json', 400],
  ['hello', 'text/plain', 415],
  ['<a/>', 'application/xml', 415],
])('%s as %s is refused', async (body, type, status) => {
  expect(await readBody(post(body, type))).toMatchObject({ ok: false, status })
})

test('bytes that are no UTF-8 are refused', async () => {
  expect(await readBody(post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json'))).toMatchObject({ status: 400 })
})

test('too much is refused, announced or not', async () => {
  expect(await readBody(post('x'.repeat(maxBodyBytes + 1), 'application/json'))).toMatchObject({ status: 413 })
  const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) })
  const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } }
  expect(await readBody(new Request('https://papers.example/', init))).toMatchObject({ status: 413 })
})

test('a form post wants a page; a program that sends a form wants JSON', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(isFormPost(new Headers({ ...form, accept: 'text/html,*/*' }))).toBe(true)
  expect(isFormPost(new Headers({ ...form, accept: '*/*' }))).toBe(false)
  expect(isFormPost(new Headers({ 'content-type': 'application/json', accept: 'text/html' }))).toBe(false)
})
