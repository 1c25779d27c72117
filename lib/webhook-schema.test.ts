import { expect, test } from 'vitest'
import { maskedAddress, webhookAddress } from '@/lib/webhook-address'
import {
  siteWebhookChangeSchema,
  siteWebhookSchema,
  webhookChangeSchema,
  webhookSchema,
  webhookSwitchSchema,
} from '@/lib/webhook-schema'

const asked = { kind: 'slack', label: 'Reading group', url: 'https://hooks.slack.com/services/T0/B0/abc' }
const token = '123456789:AAExampleExampleExampleExample-_x'

function fieldsOf(value: unknown): string[] {
  const parsed = webhookSchema.safeParse(value)
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].sort()
}

test('JSON names events in an array, a form ticks boxes', () => {
  const json = webhookSchema.parse({ ...asked, events: ['paper.votes', 'day.closed', 'paper.votes'], votes: 25 })
  expect(json).toEqual({ ...asked, events: ['day.closed', 'paper.votes'], votes: 25, chat: undefined })
  const form = webhookSchema.parse({ ...asked, 'comment.created': 'on', votes: '', chat: '' })
  expect(form).toMatchObject({ events: ['comment.created'], votes: 10 })
})

test('each field that does not fit is named', () => {
  expect(fieldsOf({})).toEqual(['events', 'kind', 'label', 'url'])
  expect(fieldsOf({ kind: 'telegram', label: '', url: 'soon', votes: 0 })).toEqual([
    'chat',
    'events',
    'label',
    'url',
    'votes',
  ])
  expect(fieldsOf({ ...asked })).toEqual(['events'])
  expect(fieldsOf({ ...asked, events: 'day.closed' })).toEqual(['events'])
  expect(fieldsOf({ ...asked, events: ['day.opened'] })).toEqual(['events.0'])
  expect(fieldsOf({ ...asked, events: ['day.closed'], kind: 'teams' })).toEqual(['kind'])
  expect(fieldsOf({ ...asked, events: ['day.closed'], label: ' ' })).toEqual(['label'])
  expect(fieldsOf({ ...asked, events: ['day.closed'], label: 'x'.repeat(61) })).toEqual(['label'])
  for (const votes of [0, 1001, 1.5, 'many', -1, '1e9']) {
    expect(fieldsOf({ ...asked, events: ['day.closed'], votes })).toEqual(['votes'])
  }
})

test.each([
  '',
  'hooks.example.org/in',
  'ftp://hooks.example.org/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  'https://mira:secret@hooks.example.org/',
  `https://hooks.example.org/${'x'.repeat(1_000)}`,
])('%j is no address', (url) => {
  expect(fieldsOf({ ...asked, url, events: ['day.closed'] })).toEqual(['url'])
})

test('Telegram takes a bot’s token and needs a chat', () => {
  const url = `https://api.telegram.org/bot${token}/sendMessage`
  for (const pasted of [token, `https://api.telegram.org/bot${token}`, `https://api.telegram.org/bot${token}/getMe`]) {
    expect(webhookAddress('telegram', pasted)).toEqual({ ok: true, url })
  }
  expect(webhookAddress('telegram', `https://api.telegram.org/bot${token.replace(':', '%3A')}`)).toEqual({
    ok: true,
    url,
  })
  const own = `http://10.1.0.9:8081/bot${token}`
  expect(webhookAddress('telegram', own)).toEqual({ ok: true, url: `${own}/sendMessage` })
  const telegram = { kind: 'telegram', label: 'Group', url: token, 'day.closed': 'on' }
  expect(fieldsOf(telegram)).toEqual(['chat'])
  expect(fieldsOf({ ...telegram, chat: 'my friends' })).toEqual(['chat'])
  expect(fieldsOf({ ...telegram, chat: '-1001234567890' })).toEqual([])
  expect(fieldsOf({ ...telegram, chat: '@papers' })).toEqual([])
  for (const path of ['', 'bot%zz', 'bot%', `bot${token}%FF`]) {
    expect(fieldsOf({ ...telegram, url: `https://api.telegram.org/${path}`, chat: '1' })).toEqual(['url'])
  }
})

test('a change may leave out the address and the votes, which then stay', () => {
  const changed = { label: 'x', events: ['paper.votes'] }
  for (const votes of [undefined, '']) {
    expect(webhookChangeSchema.parse({ label: 'x', 'paper.votes': 'on', url: ' ', votes })).toEqual(changed)
  }
  expect(webhookChangeSchema.parse({ ...changed, votes: '25' })).toEqual({ ...changed, votes: 25 })
  expect(webhookChangeSchema.safeParse({ ...changed, votes: 0 }).success).toBe(false)
  expect(webhookChangeSchema.safeParse({}).success).toBe(false)
})

test('the site’s webhooks do not tell of saved searches, which are somebody’s', () => {
  const asked = { kind: 'standard', label: 'x', url: 'https://hooks.example/in', events: ['search.matched'] }
  expect(webhookSchema.safeParse(asked).success).toBe(true)
  for (const schema of [siteWebhookSchema, siteWebhookChangeSchema]) {
    expect(schema.safeParse({ ...asked, events: ['day.closed'] }).success).toBe(true)
    expect(schema.safeParse(asked).error?.issues.map(({ path }) => path)).toEqual([['events']])
    expect(schema.safeParse({}).success).toBe(false)
  }
})

test('a switch is on or off', () => {
  expect(webhookSwitchSchema.parse({ isOn: 'on' })).toEqual({ isOn: true })
  expect(webhookSwitchSchema.parse({ isOn: false })).toEqual({ isOn: false })
  for (const isOn of [undefined, 'maybe', 1]) expect(webhookSwitchSchema.safeParse({ isOn }).success).toBe(false)
})

test('what is shown of an address does not let anybody post there', () => {
  expect(maskedAddress('https://hooks.slack.com/services/T000/B000/abcdefghijklmnop')).toBe(
    'https://hooks.slack.com/…mnop',
  )
  expect(maskedAddress(`https://api.telegram.org/bot${token}/sendMessage`)).not.toContain('Example')
  expect(maskedAddress('https://lab.example/in?key=secret')).toBe('https://lab.example/…')
  expect(maskedAddress('https://lab.example:8443/')).toBe('https://lab.example:8443')
})
