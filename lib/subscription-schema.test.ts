import { expect, test } from 'vitest'
import { letterSettingsSchema, subscribeSchema, withDefaults } from '@/lib/subscription-schema'

test('an address alone is enough', () => {
  const { email, ...chosen } = subscribeSchema.parse({ email: ' Mira@Lab.edu ' })
  expect(email).toBe('mira@lab.edu')
  expect(withDefaults(chosen, 'Europe/Berlin')).toEqual({
    frequency: 'daily',
    hour: 7,
    timezone: 'Europe/Berlin',
    papers: 10,
    minUpvotes: 0,
    categories: [],
    keywords: [],
    authors: [],
  })
})

test('a form and JSON say the same', () => {
  const form = {
    email: 'a@b.org',
    hour: '0',
    papers: '5',
    minUpvotes: '',
    categories: 'cs.LG, stat.ML,cs.LG',
    keywords: 'warmup\ncritical batch size\n',
    timezone: 'Asia/Kathmandu',
  }
  expect(subscribeSchema.parse(form)).toEqual({
    email: 'a@b.org',
    hour: 0,
    papers: 5,
    minUpvotes: undefined,
    categories: ['cs.LG', 'stat.ML'],
    keywords: ['warmup', 'critical batch size'],
    timezone: 'Asia/Kathmandu',
  })
  expect(subscribeSchema.parse({ email: 'a@b.org', categories: ['cs.LG'], hour: 23 })).toMatchObject({ hour: 23 })
})

test.each([
  ['email', { email: 'mira' }],
  ['hour', { hour: 24 }],
  ['hour', { hour: '7.5' }],
  ['papers', { papers: 0 }],
  ['papers', { papers: 51 }],
  ['minUpvotes', { minUpvotes: -1 }],
  ['frequency', { frequency: 'hourly' }],
  ['timezone', { timezone: 'Europe/Atlantis' }],
  ['categories', { categories: 'machine learning' }],
  ['keywords', { keywords: 'x' }],
  ['keywords', { keywords: Array.from({ length: 51 }, (_, n) => `word ${n}`) }],
  ['authors', { authors: 7 }],
])('%s is named when it does not fit: %j', (field, given) => {
  const parsed = subscribeSchema.safeParse({ email: 'mira@lab.edu', ...given })
  expect(parsed.error?.issues[0]?.path[0]).toBe(field)
  expect(parsed.error?.issues[0]?.message).not.toMatch(/Invalid/)
})

test('in the settings a member may want none', () => {
  expect(letterSettingsSchema.parse({ frequency: 'never' })).toEqual({ frequency: 'never' })
  expect(letterSettingsSchema.safeParse({}).success).toBe(false)
})
