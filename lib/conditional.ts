/** What tells whether an answer is still the one that somebody has; modifiedAt in ms. */
export type Validators = { etag: string; modifiedAt: number | null }

/** What somebody has already, by their request's header fields. */
export type Known = { ifNoneMatch: string | null; ifModifiedSince: string | null }

/** Whether 304 says it all (RFC 9110, 13.2.2): the tag decides where there is one, else the time. */
export function isUnchanged({ etag, modifiedAt }: Validators, { ifNoneMatch, ifModifiedSince }: Known): boolean {
  if (ifNoneMatch !== null) {
    const tags: string[] = ifNoneMatch.match(/"[^"]*"|\*/g) ?? []
    return tags.includes(etag) || tags.includes('*')
  }
  const since = Date.parse(ifModifiedSince ?? '')
  return modifiedAt !== null && !Number.isNaN(since) && Math.floor(modifiedAt / 1000) * 1000 <= since
}

/**
 * When something last changed, as a time that may be told in whole seconds: while its second is not over, something
 * may still change within it, and somebody who was told of it would not hear.
 */
export function tellableChange(at: number, now: number): number {
  const second = Math.floor(at / 1000)
  return 1000 * (second < Math.floor(now / 1000) ? second : second - 1)
}
