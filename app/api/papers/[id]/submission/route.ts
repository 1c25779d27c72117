import { type TakenBack, takeBack } from '@/db/submissions'
import { door, refuse } from '@/door'
import { takenBackAnswer } from '@/lib/api-papers'

type Not = Extract<TakenBack, { ok: false }>['error']

const refusals: Record<Not, { status: number; error: string }> = {
  'no such paper': { status: 404, error: 'There is no paper of that id.' },
  'not listed': { status: 409, error: 'It is on no list.' },
  'not yours': { status: 403, error: 'Only who submitted a paper may take it back.' },
  voted: { status: 409, error: 'Somebody else has voted for it, so it stays.' },
  commented: { status: 409, error: 'Somebody else has written under it, so it stays.' },
}

const undo = door(
  {
    who: 'member',
    limit: 'write',
    api: {
      says: 'Takes a submission of one’s own back while nobody else has voted or commented.',
      answer: takenBackAnswer,
    },
    form: { back: '/submit#yours', done: '/submit?done=takenback#yours' },
  },
  async ({ userId, paperId }) => {
    const taken = await takeBack(userId, paperId, Date.now())
    if (taken.ok) return { isGone: taken.isGone }
    const { status, error } = refusals[taken.error]
    return refuse(status, error)
  },
)

/** Takes a submission of one's own back while nobody else has voted for it or written under it. A form can only POST. */
export { undo as DELETE, undo as POST }
