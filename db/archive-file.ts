import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Measured } from '@/lib/archive-manifest'

/** JSON Lines on their way through gzip into a new file. Holds no more than what the disk has not taken yet. */
export class LinesFile {
  readonly #gzip = createGzip()
  readonly #written: Promise<void>
  readonly #packed = new Meter()
  readonly #path: string
  #lines = 0
  #unpackedBytes = 0

  constructor(path: string) {
    this.#path = path
    this.#written = pipeline(this.#gzip, this.#packed, createWriteStream(path, { flags: 'wx' }))
    this.#written.catch(() => {}) // write and end say it
  }

  /** Resolves when there is room for more. */
  async write(lines: readonly unknown[]): Promise<void> {
    if (lines.length === 0) return
    const text = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    this.#lines += lines.length
    this.#unpackedBytes += text.length
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, 'drain'), this.#written])
  }

  /** Resolves when all of it is on the disk. */
  async end(): Promise<Measured> {
    this.#gzip.end()
    await this.#written
    await sync(this.#path)
    const { bytes, sha256 } = this.#packed.measure()
    return { lines: this.#lines, bytes, unpackedBytes: this.#unpackedBytes, sha256 }
  }

  /** Gives up: what was written is for its folder's owner to remove. */
  async destroy(): Promise<void> {
    this.#gzip.destroy()
    await this.#written.catch(() => {})
  }
}

/** Writes a small file whole and has it on the disk. */
export async function writeWhole(path: string, text: string): Promise<{ bytes: number; sha256: string }> {
  const body = Buffer.from(text)
  await writeFile(path, body, { flag: 'wx' })
  await sync(path)
  return { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') }
}

/** Has a file's bytes, or a folder's names, on the disk and not in a cache that a loss of power empties. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Counts and sums what passes. */
class Meter extends Transform {
  readonly #hash = createHash('sha256')
  #bytes = 0

  override _transform(chunk: Buffer, _encoding: string, pass: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    pass(null, chunk)
  }

  measure(): { bytes: number; sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}
