import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { envSchema, readEnv } from '@/env'
import { settingsTable } from '@/scripts/settings-table'

test('nothing needs to be set', () => {
  const env = readEnv({})
  expect(env).toMatchObject({
    PORT: 3000,
    SITE_URL: 'http://localhost:3000',
    SITE_NAME: 'Daily Papers',
    DATABASE_URL: 'file:data/papers.db',
    FEED_TIMEZONE: 'UTC',
    FEED_ROLLOVER: '00:00',
    HEAT_HALF_LIFE_HOURS: 24,
    SIGNUP: 'open',
    TRUST_PROXY: 0,
    LIST_PAGE_SIZE: 50,
    MAIL_FROM: 'Daily Papers <no-reply@localhost>',
  })
  expect(Object.isFrozen(env)).toBe(true)
})

test('an empty value is not set', () => {
  const env = readEnv({ PORT: '', SMTP_URL: ' ' })
  expect(env.PORT).toBe(3000)
  expect(env.SMTP_URL).toBeUndefined()
})

test('the address of the site follows the port and loses its last slash', () => {
  expect(readEnv({ PORT: '4100' }).SITE_URL).toBe('http://localhost:4100')
  expect(readEnv({ SITE_URL: 'https://papers.example/' }).SITE_URL).toBe('https://papers.example')
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['SITE_URL', 'papers.example'],
  ['SITE_URL', 'https://papers.example/daily'],
  ['DATABASE_URL', 'papers.db'],
  ['DATABASE_SYNC_URL', 'file:other.db'],
  ['AUTH_SECRET', 'short'],
  ['FEED_TIMEZONE', 'Mars/Olympus'],
  ['FEED_ROLLOVER', '24:00'],
  ['FEED_ROLLOVER', '9:30'],
  ['HEAT_HALF_LIFE_HOURS', '0'],
  ['SIGNUP', 'yes'],
  ['SMTP_URL', 'mail.example'],
  ['MAIL_FROM', 'nobody'],
  ['TRUST_PROXY', 'maybe'],
  ['LIMIT_READS', 'no'],
  ['LIMIT_VOTES', 'false'],
  ['SAMPLE', '1'],
  ['LIST_PAGE_SIZE', '0'],
  ['WEBHOOK_ALLOW', '10.0.0.0/33'],
  ['WEBHOOK_ALLOW', '10.0.0.0/8/8'],
  ['WEBHOOK_ALLOW', 'fd12::/129'],
  ['WEBHOOK_ALLOW', '127.0.0.1:8080'],
  ['WEBHOOK_ALLOW', 'https://chat.lab.example'],
  ['WEBHOOK_ALLOW', 'chat.lab.example/16'],
])('%s=%s is named', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name}: wants .+`, 'm'))
})

test('all that is wrong is said at once', () => {
  expect(() => readEnv({ PORT: 'x', SIGNUP: 'y' })).toThrow(/PORT: wants .+\nSIGNUP: wants open, invite or closed/)
})

test('half a pair of keys names the other half', () => {
  expect(() => readEnv({ AUTH_GITHUB_ID: 'abc' })).toThrow(/AUTH_GITHUB_SECRET: wants .*AUTH_GITHUB_ID/)
  expect(() => readEnv({ AUTH_ORCID_SECRET: 'abc' })).toThrow(/AUTH_ORCID_ID: wants/)
})

test('proxies are counted', () => {
  expect(readEnv({ TRUST_PROXY: 'on' }).TRUST_PROXY).toBe(1)
  expect(readEnv({ TRUST_PROXY: 'off' }).TRUST_PROXY).toBe(0)
  expect(readEnv({ TRUST_PROXY: '2' }).TRUST_PROXY).toBe(2)
})

test('webhooks may reach the hosts and networks that are named', () => {
  const named = ['chat.lab.example', '10.1.0.0/16', '127.0.0.1', '::1', 'fd12::/16']
  expect(readEnv({ WEBHOOK_ALLOW: named.join(', ') }).WEBHOOK_ALLOW).toEqual(named)
})

test('every variable says what it is for', () => {
  for (const [name, schema] of Object.entries(envSchema.in.shape)) {
    expect.soft(schema.description, name).toMatch(/\.$/)
  }
})

test.runIf(existsSync('README.md'))('the README’s table is the one that env.ts makes', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const row of settingsTable()) expect.soft(readme).toContain(row)
})
