import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { folderOf, nullIfMissing, readArchiveOf } from '@/db/archive-folder'
import { archiveFolderName, documentName, type Manifest, manifestName } from '@/lib/archive-manifest'
import type { ByteRange } from '@/lib/byte-range'

/** A file of an archive, to be sent. */
export type Archived = {
  mediaType: string
  bytes: number
  /** Of all of it. */
  sha256: string
  /** Ms. */
  madeAt: number
  /** All of it or a part; null when it is gone since. */
  read: (part: ByteRange | null) => Promise<Readable | null>
}

/**
 * Finds a file of the newest archive, or of the one whose folder is named. Only names that an archive has lead
 * anywhere: nothing else in the folder can be asked for.
 */
export async function findArchived(folder: string, name: string, of?: string): Promise<Archived | null> {
  if (of !== undefined && !archiveFolderName.test(of)) return null
  const found = await readArchiveOf(of === undefined ? folder : join(folder, of))
  if (!found) return null
  const { archive, text } = found
  const madeAt = Date.parse(archive.madeAt)
  if (name === manifestName) return { ...manifestFile(Buffer.from(text)), madeAt }
  const file = fileOf(archive, name)
  return file && { ...file, madeAt, read: (part) => readPart(join(folder, folderOf(archive), name), part) }
}

function manifestFile(body: Buffer): Omit<Archived, 'madeAt'> {
  return {
    mediaType: 'application/json; charset=utf-8',
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    read: async (part) => Readable.from([part ? body.subarray(part.start, part.end + 1) : body]),
  }
}

function fileOf({ document, files }: Manifest, name: string) {
  if (name === documentName) return { ...document, mediaType: 'text/markdown; charset=utf-8' }
  return files.find((file) => file.name === name) ?? null
}

async function readPart(path: string, part: ByteRange | null): Promise<Readable | null> {
  return (await nullIfMissing(open(path, 'r')))?.createReadStream(part ?? {}) ?? null
}
