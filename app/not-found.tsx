import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

export default function NotFound() {
  return (
    <main id="main" className="narrow" tabIndex={-1}>
      <h1>Not here</h1>
      <p>
        There is no page at this address. It may be a paper that nobody has listed yet, or a date that no calendar has.
      </p>
      <p className="after">
        <a className="link" href="/">
          Read the newest papers
        </a>
      </p>
    </main>
  )
}
