/** What somebody sees whose link is of no use any more, or never was whole. */
export function NewestLetter() {
  return (
    <main id="main" className="narrow">
      <h1>That link has ended</h1>
      <p>It may be of an old letter, or not whole. Use the one at the foot of the newest letter.</p>
      <p className="after">
        No letter at hand?{' '}
        <a className="link" href="/subscription">
          Give your address once more
        </a>
        , and a new link comes.
      </p>
    </main>
  )
}
