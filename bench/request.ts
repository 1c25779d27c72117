import { request } from 'node:http'

/** Tells the bare server which answer is meant; the site reads past it. */
export const rowHeader = 'x-row'

/** A request of a row, the same for the site and for bare Node. */
export type Ask = {
  row: string
  method: 'GET' | 'PUT' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

/** A row's name as a header field may hold it. */
export function inHeader(row: string): string {
  return encodeURIComponent(row)
}

export type Answer = { status: number; headers: string[]; body: Buffer }

/** The request as it goes over the wire. */
export function written({ row, method, path, headers = {}, body }: Ask): string {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const fields = Object.entries({ host: '127.0.0.1', [rowHeader]: inHeader(row), ...headers, ...length })
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `${method} ${path} HTTP/1.1\r\n${head}\r\n${body ?? ''}`
}

/** Asks once and keeps the bytes as they come, compressed ones too. */
export function askOnce(port: number, { row, method, path, headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', method, path, headers: { [rowHeader]: inHeader(row), ...headers } }
    const asking = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** What bare Node sends besides the body: all that was said, but what Node itself says about the connection. */
export function headersForBare({ headers, body }: Answer): string[] {
  const own = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'])
  const pairs = headers.flatMap((name, i) =>
    i % 2 === 0 && !own.has(name.toLowerCase()) ? [name, headers[i + 1] ?? ''] : [],
  )
  return [...pairs, 'Content-Length', String(body.length)]
}
