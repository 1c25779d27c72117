import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import { listPaperPath } from '@/components/lists/list-paper-path'
import { type Asked, closeLists, focusOpener } from '@/components/lists/lists-dialog-store'
import { send } from '@/components/send'
import { setAnswer } from '@/components/viewer-store'
import type { ListLine } from '@/db/types'
import { longestListName } from '@/lib/list-bounds'

type Line = Pick<ListLine, 'id' | 'name' | 'isPublic' | 'isDefault'> & { has: boolean }

/** Which of the reader's lists a paper is on, each a box to tick, and a new one. */
export default function ListsDialog({ paperId, title }: Asked) {
  const [lines, setLines] = useState<Line[] | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    send('GET', `/api/lists?${new URLSearchParams({ paper: paperId })}`).then((answer) => {
      if (answer.ok)
        setLines(answer.body.lists as Line[]) // what GET /api/lists answers with a paper
      else setTrouble(answer.error)
    })
  }, [paperId])

  const put = async (line: Line, has: boolean) => {
    setTrouble('')
    mark(line, has)
    const answer = await send(has ? 'PUT' : 'DELETE', listPaperPath(line.id, paperId))
    if (answer.ok) return
    mark(line, !has)
    setTrouble(answer.error)
  }
  const mark = (line: Line, has: boolean) => {
    setLines((all) => all?.map((each) => (each.id === line.id ? { ...each, has } : each)) ?? null)
    if (line.isDefault) setAnswer('saved', paperId, has)
  }
  const make = async (form: HTMLFormElement) => {
    setTrouble('')
    const name = String(new FormData(form).get('name') ?? '')
    const answer = await send('POST', '/api/lists', { name, paper: paperId })
    if (!answer.ok) return setTrouble(answer.error)
    const isDefault = lines?.length === 0
    const line = { id: String(answer.body.id), name: String(answer.body.name), isPublic: false, isDefault, has: true }
    setLines((all) => [...(all ?? []), line])
    if (isDefault) setAnswer('saved', paperId, true)
    form.reset()
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || closeLists()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content
          className="dialog lists-dialog"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // Not into the field: on a phone its keyboard would cover the lists.
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusOpener()
          }}
        >
          <Dialog.Title>Your lists</Dialog.Title>
          <p className="hint" dir="auto">
            {title}
          </p>
          {lines?.length === 0 && <p>You have no list yet. Name your first one.</p>}
          <ul>
            {lines?.map((line) => (
              <li key={line.id}>
                <label>
                  <input type="checkbox" checked={line.has} onChange={({ target }) => put(line, target.checked)} />
                  <span dir="auto">{line.name}</span>
                  <span className="hint">
                    {line.isPublic && 'public '}
                    {line.isDefault && <kbd>s</kbd>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <form
            className="pair"
            onSubmit={(event) => {
              event.preventDefault()
              make(event.currentTarget)
            }}
          >
            <input
              className="field"
              name="name"
              aria-label="Name of a new list"
              placeholder="A new list"
              required
              maxLength={longestListName}
            />
            <button type="submit" className="button plain">
              Make it
            </button>
          </form>
          <p className="refused" role="alert">
            {trouble}
          </p>
          <div className="next">
            <Dialog.Close className="button">Done</Dialog.Close>
            <a className="link" href="/lists">
              All your lists
            </a>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
