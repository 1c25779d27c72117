type Sent<Body> = { ok: true; body: Body } | { ok: false; status: number; error: string }

/** Sends JSON to a route of this site. `status` is 0 when no answer came; `error` is fit to be read. */
export async function send<Body = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  json?: object,
): Promise<Sent<Body>> {
  const sent = json ? JSON.stringify(json) : null
  try {
    const response = await fetch(path, {
      method,
      headers: json ? { 'content-type': 'application/json' } : {},
      body: sent,
      cache: 'no-store',
      // What was pressed is done, even by somebody who goes on at once.
      keepalive: method !== 'GET' && (sent?.length ?? 0) <= longestKept,
    })
    const body: Record<string, unknown> = await response.json().catch(() => ({})) // a proxy's page is no JSON
    if (response.ok) return { ok: true, body: body as Body } // the routes of this very site
    const error = typeof body.error === 'string' ? body.error : 'The site is not well. Try again.'
    return { ok: false, status: response.status, error }
  } catch (error) {
    // fetch throws it when no answer came
    if (error instanceof TypeError) return { ok: false, status: 0, error: 'The site does not answer. Try again.' }
    throw error
  }
}

// Browsers refuse to keep more than 64 KB alive, and a character takes up to three bytes. A long comment goes without.
const longestKept = 20_000
