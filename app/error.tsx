'use client'

import { Fault } from '@/components/fault'

/** A page that failed; the header and the rest of the site still stand around it. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main" className="narrow" tabIndex={-1}>
      <Fault digest={error.digest} />
    </main>
  )
}
