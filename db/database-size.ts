import { stat } from 'node:fs/promises'
import { databaseFile } from '@/db/client'

/** Bytes of the database on disk, its log included; null when a server holds it. */
export async function databaseSize(): Promise<number | null> {
  if (!databaseFile) return null
  const parts = await Promise.all([databaseFile, `${databaseFile}-wal`].map(sizeOf))
  return parts.reduce((sum, size) => sum + size, 0)
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0 // the log comes and goes
    throw error
  }
}
