import type { Fetch } from '@/server/fill'

// An address that no route has: Next draws its page whole.
const nowhere = '/_/not-here'

/**
 * Gives a missing page its words. When a page says that what it should show is not there, Next answers an empty
 * document which scripts fill in; for an address that matches no route it answers the same page, whole. Readers
 * without JavaScript, and search engines, get that one.
 */
export function withMissingPage(fetch: Fetch): Fetch {
  return async (asked) => {
    const answer = await fetch(asked)
    if (answer.status !== 404 || !answer.body.includes('id="__next_error__"')) return answer
    const whole = await fetch({ ...asked, path: nowhere })
    return whole.status === 404 ? whole : answer
  }
}
