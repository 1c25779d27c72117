import { z } from 'zod'

/** The fields of an object that a schema knows, transformed or not; null where it takes something else. */
export function knownFields(schema: z.core.$ZodType): string[] | null {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (!(schema instanceof z.ZodPipe)) return null
  const { in: before, out } = schema.def
  return knownFields(before instanceof z.ZodTransform ? out : before)
}

// What is sent may be long, and is said again.
const [mostNamed, longestName] = [5, 40]

/** What is wrong with fields that a schema does not know, by their names; nothing where it takes any. */
export function unknownFields(schema: z.ZodType, sent: Record<string, unknown>): Record<string, string> {
  const known = knownFields(schema)
  if (!known) return {}
  const unknown = Object.keys(sent).filter((name) => !known.includes(name))
  const named = unknown.slice(0, mostNamed).map((name) => name.slice(0, longestName))
  return Object.fromEntries(named.map((name) => [name, `There is no field ${name} here.`]))
}
