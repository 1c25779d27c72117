import type { z } from 'zod'
import { door, type Inside } from '@/door'
import { env } from '@/env'

/** A page as Markdown: `path` is where people read it, `next` the path of the page after it. */
export type Written = { markdown: string; path: string; next?: string | null }

/**
 * A route that answers in Markdown. What is refused is refused as text: whoever reads here may not read JSON.
 * @param inside makes the page, or refuses
 */
export function markdownDoor<Query = undefined>(
  query: z.ZodType<Query> | null,
  inside: (asked: Inside<'anyone', undefined, Query>) => Promise<Written | Response>,
): ReturnType<typeof door> {
  const handler = door<'anyone', undefined, Query>(
    { who: 'anyone', limit: 'read', ...(query && { query }) },
    async (asked) => {
      const written = await inside(asked)
      return written instanceof Response ? written : asMarkdown(written)
    },
  )
  return async (request, context) => {
    const answer = await handler(request, context)
    return answer.headers.get('content-type')?.startsWith('application/json') ? asText(answer) : answer
  }
}

function asMarkdown({ markdown, path, next }: Written): Response {
  const links = [`<${env.SITE_URL}${path}>; rel="canonical"`]
  if (next) links.push(`<${env.SITE_URL}${next}>; rel="next"`)
  return new Response(markdown, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', Vary: 'Accept', Link: links.join(', ') },
  })
}

async function asText(refused: Response): Promise<Response> {
  const { error } = await refused.json()
  const headers = new Headers(refused.headers)
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  headers.set('Vary', 'Accept')
  return new Response(`${error}\n`, { status: refused.status, headers })
}
