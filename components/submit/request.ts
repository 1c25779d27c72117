/** A paper as the site would show it. */
export type Look = {
  paper: { authors: { name: string }[] }
  html: { title: string; abstract: string }
}

/** Why it was refused, with what is wrong by field. */
export type Refused = { status: number; error: string; fields: Record<string, string> }

/** Sends a submission. @returns the address of the paper's page, or why not */
export async function sendSubmission(body: Record<string, string>): Promise<{ to: string } | Refused> {
  const response = await post('/api/papers/submit', body)
  if (!(response instanceof Response)) return response
  return response.redirected ? { to: response.url } : refusedBy(response)
}

/** What a paper typed by hand would look like. */
export async function lookAt(body: Record<string, string>): Promise<Look | Refused> {
  const response = await post('/api/papers/lookup', body)
  if (!(response instanceof Response)) return response
  return response.ok ? response.json() : refusedBy(response)
}

async function post(path: string, body: Record<string, string>): Promise<Response | Refused> {
  try {
    const headers = { 'content-type': 'application/json' }
    return await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error // fetch throws it when no answer came
    const words = navigator.onLine ? 'The site does not answer. Try again.' : 'You are offline. Nothing is lost.'
    return { status: 0, error: words, fields: {} }
  }
}

async function refusedBy(response: Response): Promise<Refused> {
  const answer: Partial<Refused> = await response.json().catch(() => ({})) // a proxy's page is no JSON
  const { error = 'The site is not well. Try again.', fields = {} } = answer
  return { status: response.status, error, fields }
}
