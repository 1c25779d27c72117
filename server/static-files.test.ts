import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StaticFiles } from '@/server/static-files'
import { get, listen } from '@/testing/fake-next'

const dist = mkdtempSync(join(tmpdir(), 'static-files-'))
const code = 'export const a = 1\n'.repeat(100)
let port: number
const server = createServer((asked, answer) => {
  if (!files.handle(asked, answer)) answer.writeHead(404).end()
})
let files: StaticFiles

beforeAll(async () => {
  mkdirSync(join(dist, 'static', 'chunks', '[id]'), { recursive: true })
  writeFileSync(join(dist, 'static', 'chunks', 'a-1f.js'), code)
  writeFileSync(join(dist, 'static', 'chunks', '[id]', 'page.js'), code)
  writeFileSync(join(dist, 'static', 'inter.woff2'), 'font')
  writeFileSync(join(dist, 'secret'), 'secret')
  files = await StaticFiles.of(dist)
  port = await listen(server)
})

afterAll(() => void server.close())

test('sends a file compressed, to be kept for ever', async () => {
  const got = await get(port, '/_next/static/chunks/a-1f.js?dpl=1', { 'accept-encoding': 'gzip, br' })
  expect(got.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect(brotliDecompressSync(got.body).toString()).toBe(code)
})

test('finds the folder of a route in both spellings', async () => {
  for (const folder of ['[id]', '%5Bid%5D']) {
    expect((await get(port, `/_next/static/chunks/${folder}/page.js`)).text).toBe(code)
  }
})

test('does not compress a font, nor send a body for HEAD', async () => {
  const font = await get(port, '/_next/static/inter.woff2', { 'accept-encoding': 'br' })
  expect([font.text, font.headers['content-encoding']]).toEqual(['font', undefined])
  const head = await get(port, '/_next/static/inter.woff2', {}, 'HEAD')
  expect([head.body.length, head.headers['content-length']]).toEqual([0, '4'])
})

test('knows only what is in the build', async () => {
  for (const path of ['/_next/static/../secret', '/_next/static/%2e%2e/secret', '/_next/static/none.js', '/secret']) {
    expect((await get(port, path)).status).toBe(404)
  }
})
