import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Not here', robots: { index: false } }

export default function NotFound() {
  return (
    <main id="main" className="narrow" tabIndex={-1}>
      <h1>Not here</h1>
      <p>There is no page at this address. A date that the calendar does not have leads here too.</p>
      <p className="after">
        <a className="link" href="/">
          Read the newest papers
        </a>
      </p>
    </main>
  )
}
