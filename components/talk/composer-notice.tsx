import type { SendState, Trouble } from '@/components/talk/use-composer'

type Props = { state: SendState; trouble: Trouble | null; stop: () => void }

/** What is the matter with sending, beneath what is being sent. */
export function ComposerNotice({ state, trouble, stop }: Props) {
  return (
    <>
      <div role="status">
        {state === 'slow' && (
          <p className="notice">
            <span>Still trying to send your comment.</span>
            <button type="button" className="link" onClick={stop}>
              Stop
            </button>
          </p>
        )}
      </div>
      <div role="alert">
        {trouble?.isOurs === false && <p className="refused">{trouble.text}</p>}
        {trouble?.isOurs && (
          <p className="notice trouble">
            <span>
              {trouble.text} Your text is safe here.
              {trouble.id && (
                <>
                  {' '}
                  If it happens again, quote <code className="num">{trouble.id.slice(0, 8)}</code>.
                </>
              )}
            </span>
            <button type="submit" className="link">
              Try again
            </button>
          </p>
        )}
      </div>
    </>
  )
}
