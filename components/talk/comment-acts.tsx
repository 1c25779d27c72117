import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { rendered } from '@/components/rendered'
import { Composer } from '@/components/talk/composer'
import { useTalk } from '@/components/talk/context'
import { DeleteForm } from '@/components/talk/delete-form'
import { loadDraft } from '@/components/talk/drafts'
import { HideForm, ShowAgain } from '@/components/talk/hide-form'
import { commentPath, requestComment } from '@/components/talk/request'
import { showComment } from '@/components/talk/show-comment'
import type { Comment } from '@/db/types'
import { paperPath } from '@/lib/paper-id'
import { deepest } from '@/lib/thread'

type Act = 'reply' | 'edit' | 'delete' | 'hide'
type Props = { comment: Comment; depth: number }

/** What a comment says, and what the reader may do with it. */
export function CommentActs({ comment, depth }: Props) {
  const { id, paperId, state, html, hiddenReason, author } = comment
  const { viewer, settle } = useTalk()
  const [act, setAct] = useState<Act | null>(null)
  const row = useRef<HTMLParagraphElement>(null)
  const isMine = viewer !== null && author?.name === viewer.name
  const isModerator = viewer !== null && viewer.role !== 'member'
  const isShown = state === 'shown'

  // A draft that was left open is open again: after a reload, or the way through the sign-in page.
  useEffect(() => {
    if (!isShown) return
    if (loadDraft(paperId, `reply:${id}`) !== null) setAct('reply')
    else if (isMine && loadDraft(paperId, `edit:${id}`) !== null) setAct('edit')
  }, [paperId, id, isMine, isShown])

  const open = (next: Act) => () => setAct(act === next ? null : next)
  const close = () => {
    const from = act
    flushSync(() => setAct(null))
    // The keyboard goes on from where it was, if that is still there.
    const button = row.current?.querySelector<HTMLElement>(`[data-act="${from}"]`)
    if (button) button.focus()
    else showComment(id)
  }
  const done = (changed: Comment) => {
    flushSync(() => settle(changed))
    close()
  }
  const answered = (answer: Comment) => {
    if (depth >= deepest) return location.assign(`${paperPath(paperId)}?thread=${id}#comment-${answer.id}`)
    flushSync(() => {
      settle(answer)
      setAct(null)
    })
    showComment(answer.id)
  }

  if (state === 'deleted') return null
  return (
    <>
      {state === 'hidden' && <p className="gone">Hidden by a moderator: {hiddenReason}</p>}
      {isShown && act !== 'edit' && <div className="prose" dir="auto" {...rendered(html)} />}
      {act === 'edit' && (
        <Composer
          slot={`edit:${id}`}
          label="Change your comment"
          action="Keep"
          initial={comment.body}
          send={(text, signal) =>
            requestComment(commentPath(paperId, id), { method: 'PATCH', body: { comment: text }, signal })
          }
          onSent={done}
          onCancel={close}
        />
      )}
      <p className="acts" ref={row}>
        {isShown && <ActButton act="reply" current={act} onClick={open('reply')} word="Reply" />}
        {isShown && isMine && <ActButton act="edit" current={act} onClick={open('edit')} word="Edit" />}
        {isShown && isMine && <ActButton act="delete" current={act} onClick={open('delete')} word="Delete" />}
        {isShown && isModerator && <ActButton act="hide" current={act} onClick={open('hide')} word="Hide" />}
        {state === 'hidden' && isModerator && <ShowAgain comment={comment} onDone={done} />}
      </p>
      {act === 'delete' && <DeleteForm comment={comment} onDone={done} onCancel={close} />}
      {act === 'hide' && <HideForm comment={comment} onDone={done} onCancel={close} />}
      {act === 'reply' && (
        <Composer
          slot={`reply:${id}`}
          label={author ? `Answer ${author.fullName ?? author.name}` : 'Answer'}
          action="Reply"
          send={(text, signal) =>
            requestComment(`${commentPath(paperId, id)}/reply`, { method: 'POST', body: { comment: text }, signal })
          }
          onSent={answered}
          onCancel={close}
        />
      )}
    </>
  )
}

type ActButtonProps = { act: Act; current: Act | null; onClick: () => void; word: string }

function ActButton({ act, current, onClick, word }: ActButtonProps) {
  return (
    <button type="button" data-act={act} aria-expanded={act === current} onClick={onClick}>
      {word}
    </button>
  )
}
