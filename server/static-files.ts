import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { chooseEncoding, type Encoded, encode } from '@/server/encodings'
import { logError } from '@/server/log'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
}
const compressible = new Set(['.js', '.css', '.json', '.map', '.svg'])
const prefix = '/_next/static/'

type StaticFile = { encoded: Encoded; headers: Record<string, string> }

/** The build's own files, compressed once at the first request and kept: their names change when they do. */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, string>
  readonly #loaded = new Map<string, Promise<StaticFile>>()

  private constructor(files: ReadonlyMap<string, string>) {
    this.#files = files
  }

  /** Lists what is in the build, so that a path can only ever name one of its files. */
  static async of(distDir: string): Promise<StaticFiles> {
    const root = join(distDir, 'static')
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const files = new Map<string, string>()
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = join(entry.parentPath, entry.name)
      const path = prefix + relative(root, file).replaceAll('\\', '/')
      // Browsers ask for the folder of a route, [id], in either spelling.
      files.set(path, file).set(encodeURI(path), file)
    }
    return new StaticFiles(files)
  }

  /** @returns whether it answers; what it does not know is Next's */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (!path.startsWith(prefix) || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const file = this.#files.get(path)
    if (!file) return false
    this.#load(file)
      .then((loaded) => send(loaded, request, response))
      .catch((error: unknown) => {
        this.#loaded.delete(file)
        logError(`Sending ${path} failed`, error)
        response.destroy()
      })
    return true
  }

  #load(file: string): Promise<StaticFile> {
    const loaded = this.#loaded.get(file) ?? load(file)
    this.#loaded.set(file, loaded)
    return loaded
  }
}

async function load(file: string): Promise<StaticFile> {
  const body = await readFile(file)
  const extension = extname(file)
  const headers: Record<string, string> = {
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  }
  if (!compressible.has(extension)) return { encoded: { br: body, gzip: body, identity: body }, headers }
  return { encoded: await encode(body, 9), headers }
}

function send({ encoded, headers }: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined)
  const body = encoded[encoding]
  const isEncoded = body !== encoded.identity
  response.writeHead(200, {
    ...headers,
    'Content-Length': body.length,
    ...(isEncoded && { 'Content-Encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
