import { ArrowDown, ArrowUp, ArrowUpToLine, Square, SquareCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { QuickNews } from '@/components/lists/list-forms'
import { listPaperPath } from '@/components/lists/list-paper-path'
import { longestNote } from '@/lib/list-bounds'
import type { Place } from '@/lib/list-schema'

type Props = {
  listId: string
  paperId: string
  /** Plain text. */
  title: string
  own: { note: string; readAt: number | null }
  /** Where a form without JavaScript goes on to. */
  here: string
  isFirst: boolean
  isLast: boolean
}

/** What the owner of a list can do to a paper on it, and the note that only they see. */
export function OwnPaper({ listId, paperId, title, own, here, isFirst, isLast }: Props) {
  const action = listPaperPath(listId, paperId)
  const idOf = (act: string) => `${act}-${paperId.replace('/', '~')}`
  const form = { action, here }
  const isRead = own.readAt !== null
  const note = idOf('note')
  return (
    <div className="own">
      {own.note !== '' && (
        <p className="note" dir="auto">
          {own.note}
        </p>
      )}
      <div className="acts">
        <QuickForm {...form} says={isRead ? 'Marked as to be read.' : 'Marked as read.'}>
          <button
            type="submit"
            id={idOf('read')}
            name="read"
            value={isRead ? 'no' : 'yes'}
            aria-pressed={isRead}
            aria-label={`Read: ${title}`}
          >
            {isRead ? (
              <SquareCheck className="icon" aria-hidden="true" />
            ) : (
              <Square className="icon" aria-hidden="true" />
            )}
            Read
          </button>
        </QuickForm>
        <details className="note-form">
          <summary id={idOf('more')} aria-label={`${own.note ? 'Change note' : 'Add note'} on ${title}`}>
            {own.note ? 'Change note' : 'Add note'}
          </summary>
          <QuickForm action={action} here={`${here}#${idOf('more')}`} says={noteKept}>
            <input type="hidden" name="was" value={own.note} />
            <label htmlFor={note}>Note, seen only by you</label>
            <textarea
              className="field"
              id={note}
              name="note"
              rows={3}
              maxLength={longestNote}
              defaultValue={own.note}
            />
            <button type="submit" className="button" id={idOf('keep')}>
              Keep the note
            </button>
          </QuickForm>
        </details>
        <QuickNews action={action} says={noteKept} />
        <QuickForm {...form} says={`${title} is off the list.`}>
          <button type="submit" name="saved" value="no" aria-label={`Take off ${title}`}>
            Take off
          </button>
        </QuickForm>
        <QuickForm {...form} says={`Moved ${title}.`} className="moves">
          <Move place="top" id={idOf('top')} title={title} isOff={isFirst}>
            <ArrowUpToLine className="icon" aria-hidden="true" />
          </Move>
          <Move place="up" id={idOf('up')} title={title} isOff={isFirst}>
            <ArrowUp className="icon" aria-hidden="true" />
          </Move>
          <Move place="down" id={idOf('down')} title={title} isOff={isLast}>
            <ArrowDown className="icon" aria-hidden="true" />
          </Move>
        </QuickForm>
      </div>
    </div>
  )
}

const noteKept = 'The note is kept.'
const wheres: Record<Place, string> = { top: 'to the top', up: 'up', down: 'down', bottom: 'to the end' }

type MoveProps = { place: Place; id: string; title: string; isOff: boolean; children: ReactNode }

/** At an end it still can be pressed, and says no: a button that vanishes under the finger takes the focus along. */
function Move({ place, id, title, isOff, children }: MoveProps) {
  return (
    <button
      type="submit"
      name="place"
      value={place}
      id={id}
      aria-disabled={isOff || undefined}
      aria-label={`Move ${wheres[place]}: ${title}`}
    >
      {children}
    </button>
  )
}

type FormProps = { action: string; here: string; says: string; className?: string; children: ReactNode }

function QuickForm({ action, here, says, className, children }: FormProps) {
  return (
    <form action={action} method="post" data-quick={says} className={className}>
      <input type="hidden" name="next" value={here} />
      {children}
    </form>
  )
}
