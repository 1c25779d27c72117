/** What a reader sees of a fault: a sentence, the number under which the server logged it, and a way on. */
export function Fault({ digest }: { digest: string | undefined }) {
  return (
    <>
      <h1>Our mistake</h1>
      <p>
        This page could not be made. Nothing of yours is lost.
        {digest && (
          <>
            {' '}
            If it happens again, quote <code>{digest}</code>.
          </>
        )}
      </p>
      <p className="after">
        <button type="button" className="link" onClick={() => location.reload()}>
          Try again
        </button>{' '}
        or{' '}
        <a className="link" href="/">
          read the newest papers
        </a>
        .
      </p>
    </>
  )
}
