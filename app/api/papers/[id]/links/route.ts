import { getPaper } from '@/db/papers'
import { setLinks } from '@/db/submissions'
import { door, refuse } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { linksSchema } from '@/lib/submission-schema'

/** Sets where a paper's project and code are to be found; null takes one away. For its submitter and moderators. */
export const POST = door(
  {
    who: 'member',
    body: linksSchema,
    limit: 'write',
    api: {
      says: 'Says where a paper’s project and code are: for its submitter and moderators. Null takes one away.',
      answer: doneAnswer,
    },
  },
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
