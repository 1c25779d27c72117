import { expect, test } from 'vitest'
import { readJsonLines } from '@/lib/json-lines'

async function read(...chunks: (string | Buffer)[]) {
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const lines = []
  for await (const line of readJsonLines(source())) lines.push(line)
  return lines
}

test('lines come whole however the bytes were cut, with their numbers', async () => {
  const text = '\ufeff{"id":"1"}\r\n\n {"id":"é😀"}\n[1]'
  const whole = [
    { line: 1, ok: true, json: { id: '1' } },
    { line: 3, ok: true, json: { id: 'é😀' } },
    { line: 4, ok: true, json: [1] },
  ]
  expect(await read(text)).toEqual(whole)
  const bytes = Buffer.from(text)
  for (let cut = 1; cut < bytes.length; cut++)
    expect(await read(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(whole)
})

test('a line that cannot be read is named and the next one is read', async () => {
  const lines = await read('{"id":\n', Buffer.from([0x22, 0xff, 0x22, 0x0a]), '2\n')
  expect(lines.map(({ line, ok }) => [line, ok])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
  expect(lines[0]).toMatchObject({ reason: expect.stringContaining('is not JSON') })
  expect(lines[1]).toMatchObject({ reason: 'is not UTF-8' })
})

test('a line without an end does not fill the memory', async () => {
  const much = Buffer.alloc(9 * 1024 * 1024, 'x')
  expect(await read(much, much, '\n{}\n')).toEqual([
    { line: 1, ok: false, reason: 'longer than 16 MB' },
    { line: 2, ok: true, json: {} },
  ])
})
