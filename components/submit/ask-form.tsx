'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** What was pasted. */
  asked: string
  /** Why that leads to nothing. */
  refused: string | null
  isSignedIn: boolean
}

/** Asks what to submit. A form of the old kind: each step has an address, which the bookmarklet opens too. */
export function AskForm({ asked, refused, isSignedIn }: Props) {
  const [isFetching, setFetching] = useState(false)
  useEffect(() => {
    // Back from the next page, which the browser had kept as it was left.
    const show = () => setFetching(false)
    window.addEventListener('pageshow', show)
    return () => window.removeEventListener('pageshow', show)
  }, [])
  return (
    <form
      className="ask text"
      action="/submit"
      aria-label="A paper to submit"
      onSubmit={(event) => {
        if (isFetching) event.preventDefault()
        setFetching(true)
      }}
    >
      <label htmlFor="q">Paste an address or an id</label>
      <div className="pair">
        <input
          className="field"
          id="q"
          name="q"
          defaultValue={asked}
          required
          maxLength={4000}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'q-refused' : 'q-hint'}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          enterKeyHint="go"
          dir="auto"
        />
        <button className={asked && !refused ? 'button plain' : 'button'} type="submit" aria-disabled={isFetching}>
          {isFetching ? 'Fetching' : refused ? 'Try again' : 'Fetch'}
        </button>
      </div>
      {refused ? (
        <p className="refused" id="q-refused" role="alert">
          {refused}
        </p>
      ) : (
        <p className="hint" id="q-hint">
          arXiv, DOI, OpenReview, Hugging Face, alphaXiv, or any page that has a paper.
          {!isSignedIn && ' You sign in on the way; what you paste is kept.'}
        </p>
      )}
    </form>
  )
}
