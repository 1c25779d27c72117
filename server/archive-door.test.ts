import { mkdtempSync, readFileSync, rmSync, unlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeArchive } from '@/db/archive-folder'
import { importRows } from '@/db/import'
import { readRow } from '@/lib/import-row'
import { ArchiveDoor } from '@/server/archive-door'
import { get, listen } from '@/testing/fake-next'

const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const empty = mkdtempSync(join(tmpdir(), 'archive-'))
let servers: Server[] = []
let port: number
let emptyPort: number
let of: string

beforeAll(async () => {
  const row = readRow({
    day: '2026-06-02',
    paper: { id: '2606.00001', title: 'Heat', authors: [{ name: 'Ida' }], publishedAt: '2026-05-30' },
  })
  if (!row.ok) throw new Error(JSON.stringify(row.issues))
  await importRows([row.row], Date.UTC(2026, 5, 2))
  of = (await makeArchive(folder)).document.path.split('/')[0] ?? ''
  servers = [folder, empty].map((place) => {
    const door = new ArchiveDoor(place, () => '127.0.0.1')
    return createServer((request, response) => {
      if (!door.handle(request, response)) response.writeHead(418).end()
    })
  })
  ;[port = 0, emptyPort = 0] = await Promise.all(servers.map(listen))
})

afterAll(() => {
  for (const server of servers) server.close()
  for (const place of [folder, empty]) rmSync(place, { recursive: true })
})

const onDisk = (name: string) => readFileSync(join(folder, of, name))

test.each([
  ['manifest.json', 'application/json; charset=utf-8'],
  ['papers.jsonl.gz', 'application/gzip'],
  ['listings.jsonl.gz', 'application/gzip'],
  ['votes.jsonl.gz', 'application/gzip'],
  ['comments.jsonl.gz', 'application/gzip'],
  ['data.md', 'text/markdown; charset=utf-8'],
])('%s is sent as it lies there, and is no encoding of something else', async (name, type) => {
  for (const path of [`/export/${name}`, `/export/${of}/${name}`, `/export/${name}?v=2`]) {
    const { status, headers, body } = await get(port, path, { 'accept-encoding': 'gzip, br' })
    expect([status, headers['content-type'], headers['content-encoding']]).toEqual([200, type, undefined])
    expect(body.equals(onDisk(name))).toBe(true)
    expect(headers).toMatchObject({
      'content-length': String(body.length),
      'cache-control': 'public, max-age=0, must-revalidate, no-transform',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    })
  }
})

test('HEAD says all of it but the bytes, and who has it already gets none', async () => {
  const whole = await get(port, '/export/papers.jsonl.gz')
  const head = await get(port, '/export/papers.jsonl.gz', {}, 'HEAD')
  expect([head.status, head.body.length]).toEqual([200, 0])
  for (const name of ['content-length', 'etag', 'last-modified']) expect(head.headers[name]).toBe(whole.headers[name])
  const { etag = '', 'last-modified': modified = '' } = whole.headers
  const none = { 'if-none-match': '"another"', 'if-modified-since': modified }
  expect((await get(port, '/export/papers.jsonl.gz', { 'if-none-match': etag })).status).toBe(304)
  expect((await get(port, '/export/papers.jsonl.gz', { 'if-modified-since': modified })).status).toBe(304)
  expect((await get(port, '/export/papers.jsonl.gz', none)).status).toBe(200)
})

test('a download that broke off goes on, and begins anew where the file is another by now', async () => {
  const { headers, body } = await get(port, '/export/papers.jsonl.gz')
  const { etag = '' } = headers
  const rest = await get(port, '/export/papers.jsonl.gz', { range: 'bytes=10-', 'if-range': etag })
  expect([rest.status, rest.headers['content-range']]).toEqual([206, `bytes 10-${body.length - 1}/${body.length}`])
  expect(rest.body.equals(body.subarray(10))).toBe(true)
  expect(rest.headers['content-length']).toBe(String(body.length - 10))
  const anew = await get(port, '/export/papers.jsonl.gz', { range: 'bytes=10-', 'if-range': '"another"' })
  expect([anew.status, anew.body.length]).toEqual([200, body.length])
  const outside = await get(port, '/export/papers.jsonl.gz', { range: `bytes=${body.length}-` })
  expect([outside.status, outside.headers['content-range']]).toEqual([416, `bytes */${body.length}`])
  const manifest = await get(port, '/export/manifest.json', { range: 'bytes=0-3' })
  expect([manifest.status, manifest.body.toString()]).toEqual([206, '{\n  '])
})

test('nothing but files of an archive can be asked for', async () => {
  const asked = [
    '/export/papers.db',
    '/export/..',
    '/export/../manifest.json',
    `/export/../${of}`,
    `/export/${of}`,
    `/export/${of}/..`,
    '/export/./manifest.json',
    '/export/20260101T000000000Z-0000/manifest.json',
    '/export/__proto__',
    '/export/constructor/name',
  ]
  for (const path of asked) expect((await get(port, path)).status, path).toBe(404)
  for (const path of ['/export/', '/export/%2e%2e', '/export/..%2Fa', '/export/a/b/c', '/export/a%00b', '/exports/a'])
    expect((await get(port, path)).status, path).toBe(418) // not its own: the site's page for what is not there
})

test('it is only read', async () => {
  const { status, headers } = await get(port, '/export/manifest.json', {}, 'POST')
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('before the first archive there is no file, and no fault', async () => {
  for (const name of ['manifest.json', 'papers.jsonl.gz'])
    expect((await get(emptyPort, `/export/${name}`)).status).toBe(404)
})

test('a file that was removed by hand is gone, and the rest is there', async () => {
  unlinkSync(join(folder, of, 'comments.jsonl.gz'))
  expect((await get(port, '/export/comments.jsonl.gz')).status).toBe(404)
  expect((await get(port, '/export/papers.jsonl.gz')).status).toBe(200)
})
