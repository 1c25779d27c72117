import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link in a letter may do: confirm that it is wanted, leave, or see and change the choices. */
export type TokenPurpose = 'confirm' | 'leave' | 'change'

/** What a reader's links are made of; `leaveSecret` is that of the first stay, null while there was no other. */
export type LinkSecrets = { secret: string; leaveSecret: string | null }

/**
 * The token of a letter's link. It is made of the reader's secret, so that none has to be kept.
 * @param id the subscription's; to confirm, that of what was asked for it
 */
export function linkToken(id: string, secret: string, purpose: TokenPurpose): string {
  return `${id}.${sign(id, secret, purpose)}`
}

/** Letters of any stay are left by: whoever holds an old one and wants out is let out. Other links end with their stay. */
export function secretFor({ secret, leaveSecret }: LinkSecrets, purpose: TokenPurpose): string {
  return purpose === 'leave' ? (leaveSecret ?? secret) : secret
}

/** The subscription, or what was asked for it, that a token names, not yet checked; null when it is no token. */
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
