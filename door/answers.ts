import { randomUUID } from 'node:crypto'
import { env } from '@/env'
import { type Flash, fieldId, flashCookie, flashSeconds, sealFlash, troubleId } from '@/lib/flash'

type Refusal = { error: string; fields: Record<string, string> }

// Why a response is a refusal: a form's way back is made of it.
const refusals = new WeakMap<Response, Refusal>()

/** An answer that says no: `{error, fields?, id?}` and the header X-Error-Message. */
export function refuse(status: number, error: string, fields?: Record<string, string>, id?: string): Response {
  const headers = { 'X-Error-Message': error.replace(/[^\x20-\x7e]/g, '?') }
  const response = Response.json({ error, fields, id }, { status, headers })
  refusals.set(response, { error, fields: fields ?? {} })
  return response
}

export function isRefusal(response: Response): boolean {
  return refusals.has(response)
}

/** A redirect after a form, to a path of this site; relative, so that it holds under every name of the site. */
export function seeOther(path: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers)
  all.delete('content-type')
  all.set('Location', path)
  return new Response(null, { status: 303, headers: all })
}

/**
 * Sends a refused form back to its page, which finds the reason and what was typed in a cookie (lib/flash.ts). The
 * address leads to the field at fault, or to what is said above the form, and takes the keyboard there.
 */
export function backToForm(refused: Response, page: string, typed: Record<string, unknown>): Response {
  const { error, fields } = refusals.get(refused) ?? { error: 'That did not work.', fields: {} }
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)]))
  const [field] = Object.entries(fields).find(([, message]) => message === error) ?? []
  const answer = withFlash(page, 'refused', { error, fields, values }, (part) =>
    field === undefined ? troubleId : fieldId(part, field),
  )
  for (const name of ['Retry-After', 'X-Error-Message']) {
    const value = refused.headers.get(name)
    if (value) answer.headers.set(name, value)
  }
  return answer
}

/** After a form made a secret: on to the page that shows it this once. */
export function showOnce(page: string, made: NonNullable<Flash['made']>): Response {
  return withFlash(page, 'made', { fields: {}, values: {}, made })
}

/** After a form: on to a page that says what came of it, and names what it was about. */
export function tellOnce(page: string, values: Flash['values']): Response {
  return withFlash(page, 'made', { fields: {}, values })
}

function withFlash(
  page: string,
  name: 'refused' | 'made',
  said: Omit<Flash, 'id' | 'part'>,
  leadTo: (part: string) => string = (part) => part,
): Response {
  const id = randomUUID().slice(0, 8)
  const url = new URL(page, env.SITE_URL)
  url.searchParams.set(name, id)
  const secure = env.SITE_URL.startsWith('https:') ? '; Secure' : ''
  const kept = `Path=/; Max-Age=${flashSeconds}; HttpOnly; SameSite=Lax${secure}`
  const part = url.hash.slice(1)
  const headers = { 'Set-Cookie': `${flashCookie}=${sealFlash({ id, part, ...said })}; ${kept}` }
  url.hash = leadTo(part)
  return seeOther(url.pathname + url.search + url.hash, headers)
}
