type Props = { allowance: string | null; rule: string }

/** What one should know before one submits. */
export function AboutSubmitting({ allowance, rule }: Props) {
  return (
    <aside className="margin day-margin" aria-label="How submitting works">
      <section>
        <h2>What happens next</h2>
        <p>
          It is on the day’s list at once, under your name and with your vote. You can take it back while nobody else
          has voted or commented.
        </p>
      </section>
      <section>
        <h2>{allowance ?? 'How many'}</h2>
        <p>{rule}</p>
      </section>
      <section>
        <h2>From any page</h2>
        <p>
          A{' '}
          <a className="link" href="/about/tools">
            bookmark
          </a>{' '}
          submits the paper that you are reading.
        </p>
      </section>
    </aside>
  )
}
