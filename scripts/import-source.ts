import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'

/** A file could not be read, or not to its end; the message says why, without its name. */
export class Unreadable extends Error {}

/** Something to import from. `read` starts from the beginning each time, which standard input can do once. */
export type Source = {
  name: string
  /** Bytes as they lie on the disk; null where nobody knows how many will come. */
  size: number | null
  canReadTwice: boolean
  /** Plain bytes; `onBytes` is told how many of `size` were read. Throws Unreadable at a fault. */
  read: (onBytes?: (count: number) => void) => AsyncIterable<Buffer>
}

/**
 * Opens what was named on the command line, `-` being standard input.
 * @throws Unreadable when it is missing or is no file
 */
export async function openSource(argument: string): Promise<Source> {
  if (argument === '-') return source('standard input', null, () => process.stdin)
  const path = await whereIs(argument)
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  if (found.isDirectory()) throw new Unreadable('is a folder')
  const open = () => createReadStream(path, { highWaterMark: 256 * 1024 })
  return source(argument, found.isFile() ? found.size : null, open)
}

function source(name: string, size: number | null, open: () => AsyncIterable<Buffer>): Source {
  async function* read(onBytes?: (count: number) => void) {
    try {
      yield* unpack(counted(open(), onBytes))
    } catch (cause) {
      throw unreadable(cause)
    }
  }
  return { name, size, canReadTwice: size !== null, read }
}

function unreadable(cause: unknown): Unreadable {
  const { code, message } =
    cause instanceof Error ? (cause as NodeJS.ErrnoException) : { code: '', message: `${cause}` }
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'may not be read',
    Z_BUF_ERROR: 'ends in the middle (the gzip data is cut off)',
    Z_DATA_ERROR: `is damaged (${message})`,
  }
  return new Unreadable(known[code ?? ''] ?? message, { cause })
}

/** npm runs its scripts at the root of the project; a name means the folder where the person stands. */
async function whereIs(argument: string): Promise<string> {
  const [here, root] = [resolve(process.env.INIT_CWD ?? '.', argument), resolve(argument)]
  const isHere = await stat(here).then(
    () => true,
    () => false,
  )
  return isHere ? here : root
}

async function* counted(stream: AsyncIterable<Buffer>, onBytes?: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    yield chunk
    onBytes?.(chunk.length)
  }
}

/** Unpacks what begins like gzip, whatever its name. */
async function* unpack(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first: Buffer[] = []
  let size = 0
  while (size < 2) {
    const { value, done } = await chunks.next()
    if (done) break
    first.push(value)
    size += value.length
  }
  const head = Buffer.concat(first)
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  yield* isGzip ? gunzip(head, chunks) : joined(head, chunks)
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  yield* rest
}

/** Chunk by chunk, so that what came before a fault in the file is handed on before the fault is. */
async function* gunzip(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unzip = createGunzip()
  const ready: Buffer[] = []
  let fault: Error | null = null
  const failed = new Promise<void>((done) => {
    unzip.on('error', (error) => {
      fault = error
      done()
    })
  })
  const ended = new Promise<void>((done) => unzip.on('end', done))
  unzip.on('data', (chunk: Buffer) => ready.push(chunk))
  for await (const chunk of joined(head, rest)) {
    await Promise.race([new Promise<void>((done) => unzip.write(chunk, () => done())), failed])
    yield* ready.splice(0)
    if (fault) throw fault
  }
  unzip.end()
  await Promise.race([ended, failed])
  yield* ready.splice(0)
  if (fault) throw fault
}
