/**
 * A bookmark that opens the page for submitting with the address of the page that one is on.
 * @param siteUrl origin of this site, without a slash at the end
 */
export function bookmarklet(siteUrl: string): string {
  return `javascript:location.href='${siteUrl}/submit?q='+encodeURIComponent(location.href)`
}
