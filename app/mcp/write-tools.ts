import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { POST as reply } from '@/app/api/papers/[id]/comment/[commentId]/reply/route'
import { POST as comment } from '@/app/api/papers/[id]/comment/route'
import { PUT as cast, DELETE as withdraw } from '@/app/api/papers/[id]/vote/route'
import { refused, said } from '@/app/mcp/answer'
import { getTyped, noPaper } from '@/app/mcp/read-tools'
import { env } from '@/env'
import { clientAddressHeader } from '@/lib/client-address'
import type { toolInputs } from '@/lib/mcp-tools'
import { apiPaperPath, paperPath } from '@/lib/paper-id'
import { count } from '@/lib/text'

/*
 * Writing goes through the routes of the API, with the token that came: the same limits, refusals and notes in the
 * journal, whoever asks.
 */

type Given<Name extends keyof typeof toolInputs> = z.infer<(typeof toolInputs)[Name]>
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export async function voteFor({ id, vote }: Given<'vote'>, headers: Headers): Promise<CallToolResult> {
  const paper = await getTyped(id)
  if (!paper) return refused(noPaper)
  const path = `${apiPaperPath(paper.id)}/vote`
  const answer = await ask(vote ? cast : withdraw, { method: vote ? 'PUT' : 'DELETE', path, headers }, { id: paper.id })
  if (!answer.ok) return answer.no
  const { voted, upvotes } = votedSchema.parse(answer.body)
  const done = voted ? 'Your vote counts' : 'You have no vote there'
  return said(`${done}. It has ${count(upvotes)} upvotes now.`, { id: paper.id, voted, upvotes })
}

export async function writeComment(given: Given<'comment'>, headers: Headers): Promise<CallToolResult> {
  const paper = await getTyped(given.id)
  if (!paper) return refused(noPaper)
  const body = { comment: given.comment }
  const own = `${apiPaperPath(paper.id)}/comment`
  const answer = given.reply_to
    ? await ask(
        reply,
        { method: 'POST', path: `${own}/${encodeURIComponent(given.reply_to)}/reply`, headers, body },
        { id: paper.id, commentId: given.reply_to },
      )
    : await ask(comment, { method: 'POST', path: own, headers, body }, { id: paper.id })
  if (!answer.ok) return answer.no
  const { id } = commentSchema.parse(answer.body)
  const url = `${env.SITE_URL}${paperPath(paper.id)}#comment-${id}`
  return said(`Written: ${url}`, { id, url })
}

const votedSchema = z.object({ voted: z.boolean(), upvotes: z.number() })
const commentSchema = z.object({ id: z.string() })
const refusalSchema = z.object({ error: z.string() })

type Asked = { method: string; path: string; headers: Headers; body?: unknown }
type Answer = { ok: true; body: unknown } | { ok: false; no: CallToolResult }

/** Asks a route of ours as whoever asked us. */
async function ask(
  route: Route,
  { method, path, headers, body }: Asked,
  params: Record<string, string>,
): Promise<Answer> {
  const passedOn = new Headers({ 'content-type': 'application/json' })
  for (const name of ['authorization', 'x-forwarded-for', clientAddressHeader]) {
    const value = headers.get(name)
    if (value !== null) passedOn.set(name, value)
  }
  const request = new Request(env.SITE_URL + path, {
    method,
    headers: passedOn,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const response = await route(request, { params: Promise.resolve(params) })
  const answer: unknown = await response.json()
  return response.ok ? { ok: true, body: answer } : { ok: false, no: refused(refusalSchema.parse(answer).error) }
}
