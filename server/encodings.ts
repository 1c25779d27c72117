import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'
export type Encoded = Record<Encoding, Buffer>

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)]
const choices = new Map<string, Encoding>()

/** All three encodings of a body, made once. Quality: brotli 5 for a page that changes, 9 for a file that does not. */
export async function encode(body: Buffer, quality: number): Promise<Encoded> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [br, gz] = await Promise.all([toBrotli(body, { params }), toGzip(body, { level: quality > 9 ? 9 : 6 })])
  return { br, gzip: gz, identity: body }
}

/** What to send to somebody who accepts this. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const known = choices.get(accepted)
  if (known) return known
  const choice = read(accepted)
  // A handful of browsers send a handful of values; somebody else may send any number.
  if (choices.size < 100) choices.set(accepted, choice)
  return choice
}

function read(accepted: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((text) => text.startsWith('q='))
    weights.set(name, q ? Number(q.slice(2)) : 1)
  }
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0
  if (weightOf('br') > 0 && weightOf('br') >= weightOf('gzip')) return 'br'
  return weightOf('gzip') > 0 ? 'gzip' : 'identity'
}
