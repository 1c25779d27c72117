import type { IncomingMessage, ServerResponse } from 'node:http'
import { fillSecretHeader } from '@/server/fill'
import { logError } from '@/server/log'

/** Which methods an address has, as its Allow header says; null when that cannot be found out. */
export type AllowOf = (path: string) => Promise<string | null>

/** Asks Next, at the inner listener, for the methods of an address. */
export function allowFrom({ port, secret }: { port: number; secret: string }): AllowOf {
  return async (path) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'OPTIONS',
      headers: { [fillSecretHeader]: secret },
    })
    return answer.headers.get('allow')
  }
}

/**
 * Gives Next's empty 405 of an address of the API its words, and says which methods there are instead (RFC 9110,
 * 15.5.6): Next knows them, and says them to OPTIONS alone.
 */
export function explainWrongMethod(request: IncomingMessage, response: ServerResponse, allowOf: AllowOf): void {
  const end = response.end.bind(response)
  const tell = async () => {
    const allow = await allowOf(request.url ?? '/')
    const error = allow ? `There is no ${request.method} here, but ${allow}.` : `There is no ${request.method} here.`
    if (allow) response.setHeader('Allow', allow)
    response.setHeader('Content-Type', 'application/json')
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Error-Message', error)
    end(JSON.stringify({ error }))
  }
  response.end = ((...said: Parameters<typeof end>) => {
    if (response.statusCode !== 405 || response.headersSent || typeof said[0] === 'string') return end(...said)
    response.end = end
    tell().catch((error: unknown) => {
      logError(`The methods of ${request.url} could not be read`, error)
      end()
    })
    return response
  }) as typeof response.end
}
