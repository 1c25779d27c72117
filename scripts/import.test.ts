import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createClient } from '@libsql/client'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'import-'))
const database = `file:${join(folder, 'papers.db')}`

afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { code: number; out: string; err: string }

function run(args: string[], input: string | Buffer = ''): Promise<Ended> {
  return new Promise((done) => {
    const command = ['--import', 'tsx', 'scripts/import.ts', ...args]
    const env = { ...process.env, DATABASE_URL: database, INIT_CWD: folder }
    const child = execFile(process.execPath, command, { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}

const arxiv = (id: string, more: object = {}) =>
  JSON.stringify({ id, title: `Paper ${id}`, abstract: 'A.', authors: ['Ida Noor'], date: '2019-01-02', ...more })
const daily = (id: string, upvotes: number) =>
  JSON.stringify({
    day: '2026-06-02',
    numComments: 1,
    paper: { id, title: `Paper ${id}`, authors: [{ name: 'Ida Noor' }], publishedAt: '2026-05-30', upvotes },
  })

async function all(statement: string) {
  const client = createClient({ url: database })
  const { rows } = await client.execute(statement)
  client.close()
  return rows.map((row) => Object.values(row).join(' '))
}

test('both shapes from one packed file, whatever its name; and again: nothing', { timeout: 30_000 }, async () => {
  const name = file('mixed.txt', gzipSync(`${daily('2606.00001', 9)}\n\n${arxiv('cs/9809007')}\n`))
  const first = await run([name])
  expect(first).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 rows: 2 new, 0 updated, 0 unchanged, 0 refused'),
  })
  expect(await run([name])).toMatchObject({ code: 0, out: expect.stringContaining('0 new, 0 updated, 2 unchanged') })
  expect(await all('select count(*) from journal')).toEqual(['1'])
})

test('refused rows are named by line, field and reason; the others go in', { timeout: 30_000 }, async () => {
  const lines = [
    arxiv('1901.00001'),
    '{"id": ',
    arxiv('1901.00002', { title: null }),
    arxiv('1901.00003', { authors: [] }),
  ]
  const name = file('some.jsonl', lines.join('\n'))
  const { code, out, err } = await run([name, '--errors', 'errors.jsonl'])
  expect(code).toBe(1)
  expect(out).toContain('4 rows: 1 new, 0 updated, 0 unchanged, 3 refused')
  expect(err).toContain('some.jsonl:2: refused: is not JSON')
  expect(err).toContain('some.jsonl:3: refused: title: missing')
  expect(err).toContain('some.jsonl:4: refused: authors: names nobody')
  const written = readFileSync(join(folder, 'errors.jsonl'), 'utf8').trim().split('\n')
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { line: 2, row: 'refused' },
    { line: 3, field: 'title', reason: 'missing' },
    { line: 4, field: 'authors' },
  ])
})

test('many refused rows do not fill the screen', { timeout: 30_000 }, async () => {
  const name = file('bad.jsonl', 'x\n'.repeat(300))
  const { code, err } = await run([name])
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toHaveLength(21)
  expect(err).toContain('… and 280 more')
})

test('a file that is not there or ends in the middle is said; what came before, and the next file, go in', {
  timeout: 30_000,
}, async () => {
  const ids = Array.from({ length: 2000 }, (_, i) => `1902.${String(i + 1).padStart(5, '0')}`)
  const whole = gzipSync(ids.map((id) => arxiv(id, { abstract: `${Math.sin(Number(id))}`.repeat(20) })).join('\n'))
  const cut = file('cut.jsonl.gz', whole.subarray(0, whole.length / 2))
  const good = file('good.jsonl', arxiv('1903.00001'))
  const { code, out, err } = await run(['missing.jsonl', cut, '.', good])
  expect(code).toBe(2)
  expect(err).toContain('missing.jsonl: there is no such file')
  expect(err).toContain('cut.jsonl.gz: ends in the middle')
  expect(err).toContain('.: is a folder')
  expect(out).toContain('good.jsonl: 1 row: 1 new')
  const [kept] = await all("select count(*) from papers where id like '1902.%'")
  expect(Number(kept)).toBeGreaterThan(900)
  expect(await all("select count(*) from papers where id like '1903.%'")).toEqual(['1'])
})

test('the last row of a paper counts, and the same file again still changes nothing', { timeout: 30_000 }, async () => {
  const others = Array.from({ length: 600 }, (_, i) => arxiv(`1904.${String(i + 1).padStart(5, '0')}`))
  const name = file(
    'twice.jsonl',
    [daily('2606.00009', 5), ...others, daily('2606.00009', 7), daily('2606.00009', -1)].join('\n'),
  )
  expect(await run([name])).toMatchObject({ code: 1, out: expect.stringContaining('1 row made old by a later one') })
  expect(await all("select upvotes from papers where id = '2606.00009'")).toEqual(['7'])
  const before = await all('select count(*) from journal')
  expect(await run([name])).toMatchObject({
    out: expect.stringContaining('0 new, 0 updated, 601 unchanged, 1 refused'),
  })
  expect(await all('select count(*) from journal')).toEqual(before)
})

test('somebody else who writes at the moment is waited for', { timeout: 30_000 }, async () => {
  const other = createClient({ url: database })
  const writing = await other.transaction('write')
  await writing.execute("insert into facts values ('busy', 'yes')")
  const running = run([file('waits.jsonl', arxiv('1906.00001'))])
  await new Promise((done) => setTimeout(done, 2500))
  await writing.commit()
  other.close()
  expect(await running).toMatchObject({ code: 0, out: expect.stringContaining('1 new') })
})

test('standard input is a file too', { timeout: 30_000 }, async () => {
  const ended = await run(['-'], gzipSync(arxiv('1905.00001')))
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('standard input: 1 row: 1 new') })
})

test('asked wrongly, it says how to ask', { timeout: 30_000 }, async () => {
  expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('npm run import') })
  expect(await run(['--errors', 'no/such/folder', 'x'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--errors'),
  })
  expect(await run(['--wrong'])).toMatchObject({ code: 2, err: expect.stringContaining('npm run import') })
})
