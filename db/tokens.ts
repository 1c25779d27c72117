import { and, desc, eq } from 'drizzle-orm'
import { db, write } from '@/db/client'
import { tokens, users } from '@/db/schema'
import { hashSecret, newSecret } from '@/db/secrets'
import type { Viewer } from '@/db/types'
import type { UserId } from '@/lib/authority'

export type TokenScope = 'read' | 'write'

/** A token as its owner sees it; the token itself is never read back. Times are ms since 1970. */
export type TokenLine = {
  id: string
  label: string
  scope: TokenScope
  createdAt: number
  lastUsedAt: number | null
}

/** What a token allows: null when unknown, revoked, or its person cannot sign in. Notes the use once a minute. */
export async function getTokenViewer(
  token: string,
  now: number,
): Promise<{ viewer: Viewer; scope: TokenScope; label: string } | null> {
  const [row] = await db
    .select({
      id: tokens.id,
      scope: tokens.scope,
      label: tokens.label,
      lastUsedAt: tokens.lastUsedAt,
      userId: users.id,
      name: users.name,
      role: users.role,
      isSample: users.isSample,
    })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(eq(tokens.hash, hashSecret(token)))
  if (!row || row.isSample) return null
  if (now - (row.lastUsedAt ?? 0) > 60_000) {
    await write((tx) => tx.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, row.id)))
  }
  return { viewer: { id: row.userId, name: row.name, role: row.role }, scope: row.scope, label: row.label }
}

/** Newest first. */
export async function listTokens(userId: UserId): Promise<TokenLine[]> {
  return db
    .select({
      id: tokens.id,
      label: tokens.label,
      scope: tokens.scope,
      createdAt: tokens.createdAt,
      lastUsedAt: tokens.lastUsedAt,
    })
    .from(tokens)
    .where(eq(tokens.userId, userId))
    .orderBy(desc(tokens.createdAt), tokens.id)
}

/** @returns the token, `dp_` and 32 url-safe characters: the only time it is seen */
export async function createToken(
  userId: UserId,
  { label, scope }: { label: string; scope: TokenScope },
  now: number,
): Promise<{ id: string; token: string }> {
  const token = `dp_${newSecret()}`
  const id = newSecret()
  await write((tx) => tx.insert(tokens).values({ id, userId, label, hash: hashSecret(token), scope, createdAt: now }))
  return { id, token }
}

/** @returns false when this person has no such token */
export async function revokeToken(userId: UserId, id: string): Promise<boolean> {
  const gone = await write((tx) =>
    tx
      .delete(tokens)
      .where(and(eq(tokens.id, id), eq(tokens.userId, userId)))
      .returning({ id: tokens.id }),
  )
  return gone.length > 0
}
