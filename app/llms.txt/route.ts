import { newestScope } from '@/app/markdown/told-list'
import { door } from '@/door'
import { env } from '@/env'
import { llmsText } from '@/lib/llms-text'

/** What the site holds for models, and where. */
export const GET = door({ who: 'anyone', limit: 'read' }, async () => {
  const { value: newest } = await newestScope()
  const text = llmsText({ name: env.SITE_NAME, url: env.SITE_URL, newest })
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
})
