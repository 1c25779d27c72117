import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureAuthSecret } from '@/server/auth-secret'

const folder = mkdtempSync(join(tmpdir(), 'auth-secret-'))

test('a key is made once, for its owner alone, and found again', () => {
  const file = join(folder, 'new', 'auth-secret')
  const [first, second]: NodeJS.ProcessEnv[] = [{ NODE_ENV: 'test' }, { NODE_ENV: 'test', AUTH_SECRET: ' ' }]
  ensureAuthSecret(first ?? process.env, file)
  ensureAuthSecret(second ?? process.env, file)
  expect(first?.AUTH_SECRET?.length).toBeGreaterThanOrEqual(32)
  expect(second?.AUTH_SECRET).toBe(first?.AUTH_SECRET)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toBe(first?.AUTH_SECRET)
})

test('one that is given is used', () => {
  const environment: NodeJS.ProcessEnv = { NODE_ENV: 'test', AUTH_SECRET: 'x'.repeat(40) }
  ensureAuthSecret(environment, join(folder, 'never'))
  expect(environment.AUTH_SECRET).toBe('x'.repeat(40))
})

test('a broken file stops the start and is named', () => {
  const file = join(folder, 'broken')
  writeFileSync(file, 'short')
  expect(() => ensureAuthSecret({ NODE_ENV: 'test' }, file)).toThrow(file)
})
