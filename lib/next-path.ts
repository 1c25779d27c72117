/**
 * A path on this site to go to, or the fallback. Addresses of elsewhere are refused however they are spelled:
 * `//evil`, `/\evil`, a tab or line break in between (browsers drop those).
 */
export function safeNext(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/') || hasControlOrBackslash(next)) return fallback
  const base = 'https://site.invalid'
  if (!URL.canParse(next, base)) return fallback
  const url = new URL(next, base)
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

/** `/signin` with the way back, for links and redirects. What is no path of this site is left out. */
export function signInPath(next: unknown): string {
  const path = safeNext(typeof next === 'string' ? next : null)
  return path === '/' ? '/signin' : `/signin?${new URLSearchParams({ next: path })}`
}

function hasControlOrBackslash(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code <= 32 || code === 127 || character === '\\') return true
  }
  return false
}
