import { env } from '@/env'
import { version } from '@/package.json'

type Site = { SITE_NAME: string; SITE_URL: string; CONTACT?: string }

/** Who asks, and where they are to be reached: services ask for that, and are kinder to those who say it. */
export function userAgentOf({ SITE_NAME, SITE_URL, CONTACT }: Site): string {
  // A mailbox by itself becomes an address.
  const contact = CONTACT && /^[^\s:@]+@[^\s:@]+$/.test(CONTACT) ? `mailto:${CONTACT}` : (CONTACT ?? SITE_URL)
  const said = [SITE_NAME, contact].map(plain).filter(Boolean)
  return `daily-papers/${version} (${said.join('; ')})`
}

export const userAgent = userAgentOf(env)

/** What a header may hold: printable ASCII, and here no brackets. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^ -~]|[()\\]/g, '')
    .trim()
}
