import { getPaper } from '@/db/papers'
import { setLinks } from '@/db/submissions'
import { door, refuse } from '@/door'
import { linksSchema } from '@/lib/submission-schema'

/** Sets where a paper's project and code are to be found; null takes one away. For its submitter and moderators. */
export const POST = door(
  { who: 'member', body: linksSchema, limit: 'write' },
  async ({ viewer, userId, paperId, body }) => {
    const paper = await getPaper(paperId)
    if (!paper) return refuse(404, 'There is no paper of that id.')
    const { submitter } = paper
    const isSubmitter = submitter?.isMember && submitter.name === viewer.name
    if (!isSubmitter && viewer.role === 'member') return refuse(403, 'Only its submitter or a moderator may.')
    await setLinks(userId, paperId, { projectPage: body.projectPage, codeUrl: body.githubRepo }, Date.now())
    return {}
  },
)
