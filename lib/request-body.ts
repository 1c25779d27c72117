/** The longest comment, in characters that take six bytes each as JSON escapes, and room to spare. */
export const maxBodyBytes = 1_000_000

type Read = { ok: true; value: Record<string, unknown> } | { ok: false; status: 400 | 413 | 415; error: string }

/** Whether this is the post of an HTML form: it wants to be sent on to a page, not to get JSON. */
export function isFormPost(headers: Headers): boolean {
  return isForm(headers) && (headers.get('accept') ?? '').includes('text/html')
}

/** The fields of a JSON object or a form. A request without a body has no fields. */
export async function readBody(request: Request): Promise<Read> {
  const bytes = await readBytes(request)
  if (!bytes) return { ok: false, status: 413, error: 'That is too much at once: at most 1 MB.' }
  if (bytes.byteLength === 0) return { ok: true, value: {} }
  const type = request.headers.get('content-type') ?? 'application/json'
  if (isForm(request.headers)) return readForm(bytes, type)
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    return { ok: false, status: 415, error: 'Send JSON (Content-Type: application/json) or a form.' }
  }
  return readJson(bytes)
}

/** Whether a form was sent, by a page or a script, and no JSON. */
export function isForm(headers: Headers): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(headers.get('content-type') ?? '')
}

function readJson(bytes: Uint8Array): Read {
  const wrong: Read = { ok: false, status: 400, error: 'That is not JSON.' }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { ok: false, status: 400, error: 'Send a JSON object.' }
    }
    return { ok: true, value: { ...value } }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return wrong
    throw error
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Read> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    // Browsers send line breaks of a text area as CRLF; what was typed had none of the CR.
    return { ok: true, value: Object.fromEntries(fields.map(([name, text]) => [name, text.replaceAll('\r\n', '\n')])) }
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, status: 400, error: 'That form could not be read.' }
    throw error
  }
}

/** Null when there is more than may be; what is too much is not read to its end. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maxBodyBytes) return null
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
