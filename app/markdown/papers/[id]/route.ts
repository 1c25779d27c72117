import { markdownDoor } from '@/app/markdown/markdown-door'
import { listComments } from '@/db/comments'
import { getPaper } from '@/db/papers'
import { refuse } from '@/door'
import { env } from '@/env'
import { paperPath } from '@/lib/paper-id'
import { paperMarkdown } from '@/lib/paper-markdown'

/** A paper with its abstract and what is said of it. */
export const GET = markdownDoor(null, async ({ paperId }) => {
  const [paper, comments] = await Promise.all([getPaper(paperId), listComments(paperId)])
  if (!paper) return refuse(404, 'There is no paper of that id.')
  return { markdown: paperMarkdown(paper, comments, env.SITE_URL), path: paperPath(paperId) }
})
