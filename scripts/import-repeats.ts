import { readRow } from '@/lib/import-row'
import { readJsonLines } from '@/lib/json-lines'
import { parsePaperId } from '@/lib/paper-id'
import { type Source, Unreadable } from '@/scripts/import-source'

/**
 * The lines that a later line of the file makes old, being of the same paper and in the same shape. Leaving them out
 * is what lets the same file change nothing the second time; it takes a look through the whole file beforehand, so it
 * is not done for standard input.
 */
export async function findRepeated(source: Source): Promise<Set<number>> {
  const repeated = new Set<number>()
  if (!source.canReadTwice) return repeated
  const last = new Map<string, number>()
  try {
    for await (const { line, ...read } of readJsonLines(source.read())) {
      const key = read.ok ? keyOf(read.json) : null
      if (!read.ok || key === null) continue
      const earlier = last.get(key)
      // A row that will be refused makes no other one old. Repeats are few, so only they are read whole.
      if (earlier !== undefined && !readRow(read.json).ok) continue
      if (earlier !== undefined) repeated.add(earlier)
      last.set(key, line)
    }
  } catch (error) {
    // The import itself will meet the same fault, and say so.
    if (!(error instanceof Unreadable)) throw error
  }
  return repeated
}

function keyOf(json: unknown): string | null {
  if (typeof json !== 'object' || json === null) return null
  const { paper, id } = json as { paper?: unknown; id?: unknown }
  const isDaily = typeof paper === 'object' && paper !== null && 'id' in paper
  const text = isDaily ? paper.id : id
  const known = typeof text === 'string' ? parsePaperId(text.trim()) : null
  return known && `${isDaily ? 'daily' : 'arxiv'} ${known}`
}
