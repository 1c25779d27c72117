/**
 * The header that leads to the next page of a list: the same question at the address that readers use, with what
 * `change` says. No header where there is no next page.
 * @param asked the address that was asked for
 * @param change the parameter that moves on; null when this is the last page
 */
export function linkToNext(
  asked: string,
  siteUrl: string,
  change: Readonly<Record<string, string | number>> | null,
): { Link: string } | undefined {
  if (!change) return undefined
  const { pathname, search } = new URL(asked)
  const next = new URL(pathname + search, siteUrl)
  for (const [name, value] of Object.entries(change)) next.searchParams.set(name, String(value))
  return { Link: `<${next.href}>; rel="next"` }
}
