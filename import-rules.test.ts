import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/* The rooms of the house, and which may import from which: biome.json says so, and these lines hold it to it. */

/** A file of each room → what it must not import. */
const refused: Record<string, string[]> = {
  'lib/a.ts': [
    ...['@/app/page', '@/components/votes', '@/db/types', '@/server/log', '@/jobs/prune', '@/testing/fake-next'],
    ...['@/auth', '@/auth/ways', '@/door', '@/door/answers', '@/mail', '@/env', '@/scripts/browser'],
    ...['../db/client', './../db/client', 'react', 'react-dom/server', 'next', 'next/headers', 'drizzle-orm'],
  ],
  'db/a.ts': [
    ...['@/app/page', '@/components/votes', '@/server/log', '@/jobs/prune', '@/auth', '@/auth/ways', '@/door'],
    ...['@/door/answers', '@/mail', '../server/log', 'next/headers', 'react'],
  ],
  'db/sample/a.ts': ['../../server/log', '@/server/log'],
  'jobs/a.ts': [
    ...['@/server/log', '@/app/page', '@/components/votes', '@/auth', '@/door/counter'],
    ...['@/db/client', '@/db/schema', 'drizzle-orm', '../server/log', 'react'],
  ],
  'server/a.ts': [
    ...['@/app/page', '@/components/votes', '@/auth', '@/door', '@/door/answers', '@/mail', '@/testing/fake-next'],
    ...['@/db/schema', 'drizzle-orm', 'drizzle-orm/sql', '@libsql/client', '../app/page', 'react'],
  ],
  'auth.ts': ['@/door', '@/door/answers', '@/app/page', '@/mail', '@/server/log', '@/db/schema', 'drizzle-orm'],
  'auth/a.ts': ['@/door/answers', '@/components/votes', '@/jobs/prune', '@/db/client', '../door/answers', 'react'],
  'auth/adapter.ts': ['@/door', 'drizzle-orm', '@/server/log'],
  'door.ts': ['@/server/log', '@/components/votes', '@/app/page', '@/mail', '@/db/client', 'drizzle-orm'],
  'door/a.ts': ['@/server/log', '@/components/votes', '@/jobs/prune', '@/db/schema', '../server/log', 'react'],
  'outside/a.ts': [
    '@/jobs/prune',
    '@/mail',
    '@/door',
    '@/app/page',
    '@/db/client',
    '@/db/schema',
    '@/server/log',
    'react',
  ],
  'mail.ts': ['@/db/users', '@/auth', '@/door', '@/app/page', 'next'],
  'env.ts': ['@/lib/days', '@/db/client', 'next'],
  'components/a.tsx': [
    ...['@/app/page', '@/db/votes', '@/db/client', '@/server/log', '@/jobs/prune', '@/auth', '@/auth/ways', '@/door'],
    ...['@/door/flash', '@/mail', '@/env', '@/testing/fake-next', '../db/votes', 'drizzle-orm', 'next/headers'],
  ],
  'components/talk/a.tsx': ['../../db/votes', '@/door/flash'],
  'app/a.tsx': ['@/server/log', '@/jobs/prune', '@/db/client', '@/db/schema', '@/scripts/browser', '../server/log'],
  'app/api/a/route.ts': ['../../../db/client', 'drizzle-orm', '@libsql/client', '@/bench/load', '@/testing/fake-next'],
}

/** A file of each room → what it may import. */
const allowed: Record<string, string[]> = {
  'lib/b.ts': ['@/lib/days', './days', 'zod', 'node:crypto'],
  'db/b.ts': ['@/db/client', '@/db/schema', '@/lib/days', '@/env', 'drizzle-orm', 'drizzle-orm/libsql'],
  'outside/b.ts': ['@/db/sessions', '@/lib/days', '@/env', './b'],
  'jobs/b.ts': ['@/mail', '@/outside/arxiv', '@/db/sessions', '@/lib/days', '@/env'],
  'server/b.ts': ['@/server/log', '@/jobs/prune', '@/db/journal', '@/lib/days', '@/env', '@/door/counter', 'next'],
  'server/b.test.ts': ['@/testing/fake-next', '@/server/log', '@/db/schema'],
  'auth/b.ts': ['@/auth/ways', '@/db/sessions', '@/lib/days', '@/env', 'next/headers', 'next-auth'],
  'auth/adapter.ts': ['@/db/client', '@/db/schema', '@auth/drizzle-adapter'],
  'door/b.ts': ['@/door/answers', '@/auth', '@/db/tokens', '@/lib/limits', '@/env', 'next/headers'],
  'door.ts': ['@/door/answers', '@/auth', '@/db/types', '@/lib/limits', '@/env'],
  'mail.ts': ['@/env', '@/lib/letters', 'nodemailer'],
  'components/b.tsx': ['@/components/votes', '@/lib/days', '@/db/types', './votes', 'react', 'next/navigation'],
  'app/c.tsx': ['@/outside/arxiv', '@/jobs/all'],
  'app/b.tsx': ['@/components/votes', '@/lib/days', '@/db/votes', '@/auth', '@/auth/ways', '@/mail', '@/env', './b'],
  'app/api/b/route.ts': ['@/door', '@/door/answers', '@/app/papers/read-list', 'next/server'],
  'scripts/b.ts': ['@/testing/running-site', '@/db/client', '@/env'],
}

const cases = [
  ...pairs(refused).map(([file, from]) => ({ file, from, verdict: 'refused' })),
  ...pairs(allowed).map(([file, from]) => ({ file, from, verdict: 'allowed' })),
]
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'import-rules-')))
let lines = new Set<string>()

beforeAll(async () => {
  const { vcs, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules))
  for (const file of new Set(cases.map((one) => one.file))) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, importsOf(file).map(lineFor).join('\n'))
  }
  lines = await refusedLines()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(cases)('$file importing $from is $verdict', ({ file, from, verdict }) => {
  expect(lines.has(`${file}:${importsOf(file).indexOf(from) + 1}`)).toBe(verdict === 'refused')
})

function pairs(rooms: Record<string, string[]>): [file: string, from: string][] {
  return Object.entries(rooms).flatMap(([file, all]) => all.map((from): [string, string] => [file, from]))
}

function importsOf(file: string): string[] {
  return [...(refused[file] ?? []), ...(allowed[file] ?? [])]
}

/** Each way of naming another file, in turn: none of them gets past. */
function lineFor(from: string, at: number): string {
  return [`import '${from}'`, `export * from '${from}'`, `void import('${from}')`][at % 3] ?? ''
}

/** Lints the folder once. @returns 'file:line' of every import that is refused */
function refusedLines(): Promise<Set<string>> {
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', '.']
  return new Promise((done, fail) => {
    execFile(resolve('node_modules/.bin/biome'), args, { cwd: folder }, (error, out) => {
      const found = [...out.matchAll(/file=([^,]+),line=(\d+)/g)].map(
        ([, file = '', line]) => `${relative(folder, file)}:${line}`,
      )
      if (found.length > 0) done(new Set(found))
      else fail(error ?? new Error('The linter refused nothing.'))
    })
  })
}
