import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/*
 * For tests: an archive as an outsider reads it. What is computed here is written from docs/data.md and shares no code
 * with the site.
 */

type Described = { name: string; path: string; lines: number; bytes: number; unpackedBytes: number; sha256: string }

export type OutsidersManifest = {
  settings: { halfLifeHours: number; timeZone: string; rollover: string }
  document: { path: string; sha256: string }
  files: (Described & { schema: object })[]
  [more: string]: unknown
}

type Paper = { id: string; upvotes: number; comments: number; carriedUpvotes: number; carriedComments: number }
type Listing = { paper: string; day: string; submittedAt: string; submitter: unknown; heat: number | null }
type Hour = { paper: string; hour: string; votes: number }
type Comment = { id: string; paper: string; replyTo: string | null; author: unknown; body: string }

export type OutsidersArchive = {
  manifest: OutsidersManifest
  papers: Map<string, Paper & Record<string, unknown>>
  listings: Listing[]
  hours: Map<string, Hour[]>
  comments: Comment[]
  /** All files, unpacked, by name. */
  texts: Map<string, string>
}

/** Reads all of it and holds what the manifest says against what is there. @param get bytes at a path of the manifest */
export async function readAsOutsider(get: (path: string) => Promise<Buffer>): Promise<OutsidersArchive> {
  const manifest: OutsidersManifest = JSON.parse((await get('manifest.json')).toString())
  const texts = new Map<string, string>()
  for (const { name, path, lines, bytes, unpackedBytes, sha256 } of manifest.files) {
    const packed = await get(path)
    const unpacked = gunzipSync(packed)
    const found = { lines: linesOf(unpacked.toString()).length, bytes: packed.length, unpackedBytes: unpacked.length }
    const said = { lines, bytes, unpackedBytes }
    if (JSON.stringify(found) !== JSON.stringify(said) || sumOf(packed) !== sha256)
      throw new Error(`${name} is not what the manifest says: ${JSON.stringify({ found, said })}`)
    texts.set(name, unpacked.toString())
  }
  const document = await get(manifest.document.path)
  if (sumOf(document) !== manifest.document.sha256) throw new Error('The document is not what the manifest says.')
  const read = <T>(name: string) => linesOf(texts.get(name) ?? '').map((line): T => JSON.parse(line))
  const hours = new Map<string, Hour[]>()
  for (const hour of read<Hour>('votes.jsonl.gz')) hours.set(hour.paper, [...(hours.get(hour.paper) ?? []), hour])
  return {
    manifest,
    papers: new Map(read<Paper & Record<string, unknown>>('papers.jsonl.gz').map((paper) => [paper.id, paper])),
    listings: read('listings.jsonl.gz'),
    hours,
    comments: read('comments.jsonl.gz'),
    texts,
  }
}

/** The same of a folder on this disk. */
export function readFolderAsOutsider(folder: string): Promise<OutsidersArchive> {
  return readAsOutsider(async (path) => readFileSync(join(folder, path)))
}

/** "The order of a day". */
export function orderOfDay({ papers, listings }: OutsidersArchive, day: string): string[] {
  const keysOf = ({ paper, submittedAt }: Listing) => {
    const { upvotes = Number.NaN, comments = Number.NaN } = papers.get(paper) ?? {}
    return { upvotes, comments, submittedAt, paper }
  }
  return listings
    .filter((listing) => listing.day === day)
    .map(keysOf)
    .sort((a, b) => {
      if (a.upvotes !== b.upvotes) return b.upvotes - a.upvotes
      if (a.comments !== b.comments) return b.comments - a.comments
      if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? -1 : 1
      return Buffer.compare(Buffer.from(a.paper), Buffer.from(b.paper))
    })
    .map(({ paper }) => paper)
}

/** "Trending": ids and heats. */
export function trendingOf({ manifest, listings, hours }: OutsidersArchive): { paper: string; heat: number }[] {
  const h = manifest.settings.halfLifeHours
  const heats = listings.flatMap(({ paper }) => {
    const votes = (hours.get(paper) ?? []).map((line) => ({ t: Date.parse(line.hour) / 3_600_000, votes: line.votes }))
    const newest = votes.at(-1)
    if (!newest) return []
    const sum = votes.reduce((total, { t, votes }) => total + votes * 2 ** ((t - newest.t) / h), 0)
    return [{ paper, heat: newest.t / h + Math.log2(sum) }]
  })
  return heats.sort((a, b) => b.heat - a.heat || Buffer.compare(Buffer.from(a.paper), Buffer.from(b.paper)))
}

function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1)
}

function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
