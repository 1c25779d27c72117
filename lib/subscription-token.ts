import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link in a letter may do: leave, or see and change the choices. */
export type TokenPurpose = 'leave' | 'change'

/** The token of a letter's link. It is made of the reader's secret, so that none has to be kept. */
export function linkToken(id: string, secret: string, purpose: TokenPurpose): string {
  return `${id}.${sign(id, secret, purpose)}`
}

/** The subscription that a token names, not yet checked; null when it is no token. */
export function idOfToken(token: string): string | null {
  return /^([\w-]{8,64})\.[\w-]{43}$/.exec(token)?.[1] ?? null
}

/** Whether the token was made for this subscription and this purpose. */
export function tokenFits(token: string, { id, secret }: { id: string; secret: string }, purpose: TokenPurpose) {
  const [given, right] = [Buffer.from(token), Buffer.from(linkToken(id, secret, purpose))]
  return given.length === right.length && timingSafeEqual(given, right)
}

function sign(id: string, secret: string, purpose: TokenPurpose): string {
  return createHmac('sha256', secret).update(`${purpose} ${id}`).digest('base64url')
}
