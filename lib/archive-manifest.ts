import { z } from 'zod'
import { type ArchiveFileName, archiveFiles } from '@/lib/archive-lines'
import { orderKeys } from '@/lib/order'

/** What a manifest says in `format`: the number goes up when a reader of the old one would read the new one wrongly. */
export const archiveFormat = { format: 'daily-papers-archive', formatVersion: 1 } as const

export const manifestName = 'manifest.json'

/** The document that explains the files; a copy lies beside them. */
export const documentName = 'data.md'

const sum = z.string().regex(/^[0-9a-f]{64}$/)

/** The folder of one archive within the folder of archives: its time to the millisecond, and four letters to tell two of one apart. */
export const archiveFolderName = /^\d{8}T\d{9}Z-[0-9a-f]{4}$/

const path = z.string().regex(/^\d{8}T\d{9}Z-[0-9a-f]{4}\/[\w.-]+$/)

const file = z.object({
  name: z.enum(archiveFiles.map(({ name }) => name)),
  path: path.describe('From the manifest’s own address.'),
  holds: z.string(),
  mediaType: z.literal('application/gzip'),
  lines: z.int().min(0),
  bytes: z.int().min(0),
  unpackedBytes: z.int().min(0),
  sha256: sum.describe('Of the file as it is, packed.'),
  schema: z.record(z.string(), z.unknown()).describe('The JSON Schema of a line.'),
})

const manifest = z.object({
  format: z.literal(archiveFormat.format),
  formatVersion: z.literal(archiveFormat.formatVersion),
  site: z.object({ name: z.string(), url: z.string() }),
  madeAt: z.iso.datetime(),
  asOf: z
    .object({ from: z.iso.datetime(), until: z.iso.datetime() })
    .describe('Every line is as of a moment between these; where they are the same, all are of that one.'),
  settings: z.object({ halfLifeHours: z.number(), timeZone: z.string(), rollover: z.string() }),
  order: z.object({
    day: z.array(z.object({ by: z.string(), direction: z.enum(['descending', 'ascending']) })),
    trending: z.string(),
  }),
  licence: z.string(),
  document: z.object({ path, bytes: z.int().min(0), sha256: sum }),
  files: z.array(file).length(archiveFiles.length),
})

export type Manifest = z.output<typeof manifest>

/** What was counted and summed while a file was written. */
export type Measured = { lines: number; bytes: number; unpackedBytes: number; sha256: string }

type Made = Pick<Manifest, 'site' | 'madeAt' | 'asOf' | 'settings'> & {
  folder: string
  document: { bytes: number; sha256: string }
  files: Record<ArchiveFileName, Measured>
}

/** Whose the data of the site is. */
export const dataLicence =
  'Titles, abstracts and names of authors come from the papers’ sources, under the terms set there; arXiv gives ' +
  'its metadata under CC0 1.0. Summaries and keywords belong to whoever the lines name. Comments belong to the ' +
  'people who wrote them: name them when you quote. Listings and counts of votes are facts; nobody claims them.'

/** The manifest of files that were written into a folder. */
export function manifestOf({ folder, document, files, ...made }: Made): Manifest {
  return {
    ...archiveFormat,
    ...made,
    order: {
      day: orderKeys.top.map(({ by, descending }) => ({ by, direction: descending ? 'descending' : 'ascending' })),
      trending:
        'Listed papers that have votes, by heat, descending, then by id, ascending. heat = log2 of the sum over the ' +
        'hours of votes × 2^(hour / halfLifeHours), hour in whole hours since 1970.',
    },
    licence: dataLicence,
    document: { path: `${folder}/${documentName}`, ...document },
    files: archiveFiles.map(({ name, holds, line }) => ({
      name,
      path: `${folder}/${name}`,
      holds,
      mediaType: 'application/gzip',
      ...files[name],
      schema: z.toJSONSchema(line),
    })),
  }
}

/** Reads a manifest; null when it is of another version of the format. Throws when it is of none. */
export function readManifest(text: string): Manifest | null {
  const read = z.looseObject({ format: z.literal(archiveFormat.format) }).parse(JSON.parse(text))
  return read.formatVersion === archiveFormat.formatVersion ? manifest.parse(read) : null
}
