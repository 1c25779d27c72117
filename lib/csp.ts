import { createHash } from 'node:crypto'

type Policy = {
  /** What may run inline: sources such as `'nonce-…'` and `'sha256-…'`. */
  scripts: readonly string[]
  /** Origins besides our own that a form may lead to: a sign-in by another site is a redirect after our form. */
  forms?: readonly string[]
  /** Next's development client evaluates strings. */
  dev?: boolean
}

/** The Content-Security-Policy of one page. Styles stay open: MathML and charts carry style attributes. */
export function contentSecurityPolicy({ scripts, forms = [], dev = false }: Policy): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts, ...(dev ? ["'unsafe-eval'"] : [])].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...forms].join(' '),
    "frame-ancestors 'none'",
  ].join('; ')
}

export function nonceSource(nonce: string): string {
  return `'nonce-${nonce}'`
}

/** The nonce that a policy names; undefined when it names none. */
export function nonceOf(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? '')?.[1]
}

export function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

/**
 * Turns a page that was rendered with a nonce into one that anybody may get. Scripts that carry the nonce are the
 * site's own; their hashes take its place. A script that slipped into stored HTML cannot know it, and gets no hash.
 */
export function trustByHash(html: string, nonce: string): { html: string; scripts: string[] } {
  const attribute = ` nonce="${nonce}"`
  const bare = html.replaceAll(attribute, '').replaceAll(nonce, '')
  if (bare === html) return { html, scripts: [] }
  // Base64 may hold a plus.
  const mark = attribute.replace(/[+/=]/g, '\\$&')
  const own = new RegExp(`<script\\b[^>]*${mark}[^>]*>([\\s\\S]*?)</script>`, 'g')
  const bodies = Array.from(html.matchAll(own), ([, body = '']) => body.replaceAll(attribute, '').replaceAll(nonce, ''))
  return { html: bare, scripts: [...new Set(bodies.filter(Boolean).map(hashSource))] }
}
