import { refuse } from '@/door'
import { env } from '@/env'
import type { Cited } from '@/lib/citation'
import { writeCitations } from '@/lib/citation-formats'
import { citationFormats, parseCitationFormat } from '@/lib/citation-links'

/**
 * Papers as a file of citations, or 404 where the format is none.
 * @param name of the file, without its ending
 */
export async function answerCitations(papers: readonly Cited[], format: string, name: string): Promise<Response> {
  const known = parseCitationFormat(format)
  if (!known) return refuse(404, `Citations are written as ${Object.keys(citationFormats).join(', ')}.`)
  return new Response(await writeCitations(papers, known, env.SITE_URL), {
    headers: {
      'Content-Type': `${citationFormats[known].type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}.${known}"`,
    },
  })
}
