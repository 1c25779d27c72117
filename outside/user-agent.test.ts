import { expect, test } from 'vitest'
import { userAgentOf } from '@/outside/user-agent'

const SITE_URL = 'https://papers.example.org'

test.each([
  [{ SITE_NAME: 'Heat Papers' }, 'Heat Papers; https://papers.example.org'],
  [{ SITE_NAME: 'Heat Papers', CONTACT: 'mira@example.org' }, 'Heat Papers; mailto:mira@example.org'],
  [{ SITE_NAME: 'Heat Papers', CONTACT: 'https://lab.example/contact' }, 'Heat Papers; https://lab.example/contact'],
  [{ SITE_NAME: 'Artículos (diarios)\r\nX: y' }, 'Articulos diariosX: y; https://papers.example.org'],
  [{ SITE_NAME: '每日论文' }, 'https://papers.example.org'],
])('%j is told as %s', (site, said) => {
  expect(userAgentOf({ SITE_URL, ...site })).toMatch(/^daily-papers\/\d+\.\d+\.\d+ \(.+\)$/)
  expect(userAgentOf({ SITE_URL, ...site })).toContain(`(${said})`)
})
