import { expect, test } from 'vitest'
import { ago } from '@/lib/ago'
import { browserName } from '@/lib/browser-name'

const now = Date.UTC(2026, 5, 2, 12)

test.each([
  [0, 'now'],
  [61_000, '1 minute ago'],
  [12 * 60_000, '12 minutes ago'],
  [3 * 3_600_000, '3 hours ago'],
  [30 * 3_600_000, 'yesterday'],
  [5 * 86_400_000, '5 days ago'],
  [100 * 86_400_000, '3 months ago'],
])('%d ms before is %s', (past, words) => {
  expect(ago(now - past, now)).toBe(words)
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['curl/8.5.0', 'a program'],
  [null, 'an unknown browser'],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
