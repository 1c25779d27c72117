import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Puts the key that signs sessions into the environment, made and kept in a file that only its owner can read when
 * none is given. Must run before env.ts is read. Of two processes that start at once, both get the same key.
 */
export function ensureAuthSecret(environment: NodeJS.ProcessEnv, file = 'data/auth-secret'): void {
  if (environment.AUTH_SECRET?.trim()) return
  environment.AUTH_SECRET = readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length < 32) throw new Error(`${file} holds no key: delete it, and everyone signs in anew`)
    return secret
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Written whole under another name first: whoever sees the file sees all of it, and the first to link it wins. */
function makeSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readSecret(file) ?? ''
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
