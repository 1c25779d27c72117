import { env } from '@/env'
import { contentSecurityPolicy } from '@/lib/csp'

const overHttps = env.SITE_URL.startsWith('https:')

// A sign-in form answers with a redirect to these, and browsers hold form-action against redirects too.
const signInOrigins = [
  ...(env.AUTH_GITHUB_ID ? ['https://github.com'] : []),
  ...(env.AUTH_GOOGLE_ID ? ['https://accounts.google.com'] : []),
  ...(env.AUTH_HUGGINGFACE_ID ? ['https://huggingface.co'] : []),
  ...(env.AUTH_ORCID_ID ? ['https://orcid.org'] : []),
]

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(overHttps && { 'Strict-Transport-Security': 'max-age=31536000' }),
}

/** What every answer says to protect its reader, given the sources of the inline scripts that are the page's own. */
export function protectiveHeaders(scripts: readonly string[], dev = false): Record<string, string> {
  return { ...fixed, 'Content-Security-Policy': contentSecurityPolicy({ scripts, forms: signInOrigins, dev }) }
}
