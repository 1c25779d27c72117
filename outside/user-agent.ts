import { env } from '@/env'
import { version } from '@/package.json'

/** Who asks, and where they are to be reached: services ask for that, and are kinder to those who say it. */
export const userAgent = `daily-papers/${version} (${[env.SITE_NAME, contactOf(env)].map(plain).filter(Boolean).join('; ')})`

/** As an address: a mailbox by itself is one of mailto. */
function contactOf({ CONTACT, SITE_URL }: { CONTACT?: string; SITE_URL: string }): string {
  if (!CONTACT) return SITE_URL
  return /^[^\s:@]+@[^\s:@]+$/.test(CONTACT) ? `mailto:${CONTACT}` : CONTACT
}

/** What a header may hold: printable ASCII, and here no brackets. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^ -~]|[()\\]/g, '')
    .trim()
}
