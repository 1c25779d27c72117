import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { LinesFile, sync, writeWhole } from '@/db/archive-file'
import { type ArchiveReader, readArchive } from '@/db/archive-rows'
import { env } from '@/env'
import { type ArchiveFileName, archiveFiles } from '@/lib/archive-lines'
import {
  archiveFolderName,
  documentName,
  type Manifest,
  type Measured,
  manifestName,
  manifestOf,
  readManifest,
} from '@/lib/archive-manifest'

/*
 * A folder of archives. Each archive is a folder of its own, made under a name that begins with a dot and renamed when
 * all of it is on the disk; then the manifest beside them is replaced by one that names it. So whoever reads the
 * manifest finds whole files, which belong together, whenever a process that makes them is killed. The archive before
 * stays, for those who have read its manifest and not yet its files.
 */

const unfinished = '.making-'

/** The archive that the manifest of a folder names; null when none was made yet. */
export async function getArchive(folder: string): Promise<Manifest | null> {
  return (await readArchiveOf(folder))?.archive ?? null
}

/** The same with the manifest as it is written. */
export async function readArchiveOf(folder: string): Promise<{ archive: Manifest; text: string } | null> {
  const path = join(folder, manifestName)
  const text = await nullIfMissing(readFile(path, 'utf8'))
  if (text === null) return null
  try {
    const archive = readManifest(text)
    return archive && { archive, text }
  } catch (cause) {
    throw new Error(`${path} is not of an archive. Give the archive a folder of its own.`, { cause })
  }
}

/**
 * Makes an archive of everything that anybody may see. Of two that make one in the same folder at once, the first
 * fails: each removes what it finds unfinished.
 * @param signal stops it, and leaves the folder as it was
 */
export async function makeArchive(folder: string, signal?: AbortSignal): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  const before = await getArchive(folder)
  await removeUnfinished(folder)
  const making = join(folder, `${unfinished}${randomBytes(4).toString('hex')}`)
  await mkdir(making)
  let archive: Manifest
  try {
    archive = await fill(making, signal)
    await put(making, folder, archive)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
  if (before) await removeOlder(folder, folderOf(before))
  return archive
}

/** The folder that the files of an archive are in. */
export function folderOf({ document }: Manifest): string {
  return document.path.slice(0, document.path.indexOf('/'))
}

/** Null where the file is not there. */
export async function nullIfMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function fill(making: string, signal?: AbortSignal): Promise<Manifest> {
  const { files, asOf } = await readArchive(async (reader) => {
    const from = new Date().toISOString()
    const files = await writeFiles(making, reader, signal)
    return { files, asOf: { from, until: reader.isOneInstant ? from : new Date().toISOString() } }
  })
  const document = await writeWhole(join(making, documentName), await readFile(resolve('docs', documentName), 'utf8'))
  const madeAt = new Date().toISOString()
  const archive = manifestOf({
    site: { name: env.SITE_NAME, url: env.SITE_URL },
    madeAt,
    asOf,
    settings: { halfLifeHours: env.HEAT_HALF_LIFE_HOURS, timeZone: env.FEED_TIMEZONE, rollover: env.FEED_ROLLOVER },
    folder: `${madeAt.replace(/[-:.]/g, '')}-${randomBytes(2).toString('hex')}`,
    document,
    files,
  })
  await writeWhole(join(making, manifestName), written(archive))
  await sync(making)
  return archive
}

async function writeFiles(making: string, reader: ArchiveReader, signal?: AbortSignal) {
  const files = new Map<ArchiveFileName, LinesFile>(
    archiveFiles.map(({ name }) => [name, new LinesFile(join(making, name))]),
  )
  const write = async (name: ArchiveFileName, lines: readonly unknown[]) => {
    signal?.throwIfAborted()
    await files.get(name)?.write(lines)
  }
  try {
    for await (const { papers, listings, votes } of reader.papers()) {
      await write('papers.jsonl.gz', papers)
      await write('listings.jsonl.gz', listings)
      await write('votes.jsonl.gz', votes)
    }
    for await (const comments of reader.comments()) await write('comments.jsonl.gz', comments)
    const measured = await Promise.all([...files].map(async ([name, file]) => [name, await file.end()] as const))
    return Object.fromEntries(measured) as Record<ArchiveFileName, Measured> // the map holds a file for each name
  } catch (error) {
    await Promise.all([...files.values()].map((file) => file.destroy()))
    throw error
  }
}

/** Two renames: from the first on the archive is whole, from the second on it is the one. */
async function put(making: string, folder: string, archive: Manifest) {
  const next = `${making}.json`
  try {
    await writeWhole(next, written(archive))
    await rename(making, join(folder, folderOf(archive)))
    await sync(folder)
    await rename(next, join(folder, manifestName))
    await sync(folder)
  } catch (error) {
    await rm(next, { force: true })
    throw error
  }
}

async function removeUnfinished(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.startsWith(unfinished))
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
}

/** Their names begin with the time. */
async function removeOlder(folder: string, oldest: string) {
  const names = (await readdir(folder)).filter((name) => archiveFolderName.test(name) && name < oldest)
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
}

function written(archive: Manifest): string {
  return `${JSON.stringify(archive, null, 2)}\n`
}
