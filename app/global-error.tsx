'use client'

import { Fault } from '@/components/fault'
import './globals.css'

/** The layout itself failed, so this stands alone. */
export default function SiteError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Our mistake</title>
        <main id="main" className="narrow">
          <Fault digest={error.digest} />
        </main>
      </body>
    </html>
  )
}
