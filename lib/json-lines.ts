import { isUtf8 } from 'node:buffer'

/** One line of a JSON Lines file, 1-based; empty lines are counted and left out. */
export type JsonLine = { line: number } & ({ ok: true; json: unknown } | { ok: false; reason: string })

/** Bytes of one line that are kept in memory: three thousand authors take about two million. */
const longest = 16 * 1024 * 1024

/** Reads chunks of bytes as JSON Lines, never holding more than a chunk and a line. */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonLine> {
  let line = 0
  for await (const bytes of splitLines(chunks)) {
    line++
    const read = bytes === 'too long' ? tooLong : parse(bytes, line === 1)
    if (read) yield { line, ...read }
  }
}

const tooLong = { ok: false as const, reason: `longer than ${longest / 1024 / 1024} MB` }

function parse(bytes: Buffer, isFirst: boolean) {
  if (!isUtf8(bytes)) return { ok: false as const, reason: 'is not UTF-8' }
  const text = bytes.toString('utf8')
  const body = (isFirst ? text.replace(/^\ufeff/, '') : text).trim()
  if (body === '') return null
  try {
    return { ok: true as const, json: JSON.parse(body) as unknown }
  } catch (error) {
    return {
      ok: false as const,
      reason: `is not JSON (${error instanceof Error ? error.message.slice(0, 100) : error})`,
    }
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | 'too long'> {
  let parts: Buffer[] = []
  let size = 0
  const take = () => {
    const line = size > longest ? 'too long' : parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size)
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end))
      from = end + 1
      yield take()
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (size > 0) yield take()

  function add(part: Buffer) {
    size += part.length
    if (size > longest) parts = []
    else parts.push(part)
  }
}
