import { useId } from 'react'
import { rendered } from '@/components/rendered'
import { ComposerNotice } from '@/components/talk/composer-notice'
import { useTalk } from '@/components/talk/context'
import { type ComposerProps, useComposer } from '@/components/talk/use-composer'

/** Where a comment is typed. What is typed stays until the server has it. */
export function Composer(props: ComposerProps) {
  const ownId = useId()
  const { label, action, initial, onCancel, id = ownId } = props
  const { viewer, isKnown } = useTalk()
  const { text, state, trouble, preview, ...act } = useComposer(props)
  const isBusy = state !== 'idle'
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        act.submit()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={text}
        className="field"
        id={id}
        rows={3}
        dir="auto"
        defaultValue={initial}
        placeholder="Markdown, `code`, $math$"
        aria-describedby={`${id}-about`}
        aria-invalid={trouble !== null || undefined}
        readOnly={isBusy}
        hidden={preview !== null}
        onInput={act.keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            act.submit()
          }
          if (event.key === 'Escape' && onCancel) act.cancel()
        }}
      />
      {preview !== null && <div className="prose preview" dir="auto" {...rendered(preview)} />}
      <div className="under">
        {viewer && (
          <button type="button" className="quiet" aria-pressed={preview !== null} onClick={act.togglePreview}>
            Preview
          </button>
        )}
        {onCancel && (
          <button type="button" className="quiet" onClick={act.cancel}>
            Cancel
          </button>
        )}
        <span id={`${id}-about`}>
          {viewer ? `as ${viewer.name}` : isKnown && 'You sign in on the way; the text is kept.'}
        </span>
        <button type="submit" className="button" aria-disabled={isBusy}>
          {isBusy ? 'Sending' : action}
        </button>
      </div>
      <ComposerNotice state={state} trouble={trouble} stop={act.stop} />
      <noscript>
        <p className="hint">Writing needs JavaScript; reading does not.</p>
      </noscript>
    </form>
  )
}
