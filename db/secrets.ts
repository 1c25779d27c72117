import { createHash, randomBytes } from 'node:crypto'

/** 32 url-safe characters, 192 bits. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a secret. It has 192 bits of its own, so a plain SHA-256 cannot be guessed back. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
