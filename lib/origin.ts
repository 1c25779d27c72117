type Asked = { origin: string | null; fetchSite: string | null; siteUrl: string; hasCookie: boolean }

/**
 * Whether a write that proves itself by cookie, or not at all, comes from our own pages. Browsers name the origin of
 * every write; where a referrer policy blanks it ('null'), Sec-Fetch-Site says the same. Without both, no browser of
 * this decade is asking, and it may go on as long as it brings no cookie.
 */
export function isOwnOrigin({ origin, fetchSite, siteUrl, hasCookie }: Asked): boolean {
  if (origin && origin !== 'null') return origin === siteUrl || sameLoopback(origin, siteUrl)
  if (fetchSite) return fetchSite === 'same-origin' || fetchSite === 'none'
  return !hasCookie && origin === null
}

/** localhost, 127.0.0.1 and [::1] on one port are one server, and who tries the site out uses any of them. */
function sameLoopback(origin: string, siteUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const [a, b] = [new URL(origin), new URL(siteUrl)]
  return a.protocol === b.protocol && a.port === b.port && isLoopback(a.hostname) && isLoopback(b.hostname)
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
