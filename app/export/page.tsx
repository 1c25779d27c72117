import type { Metadata } from 'next'
import { ArchiveContents } from '@/components/about/archive-contents'
import { getArchive } from '@/db/archive-folder'
import { archivePlace } from '@/db/archive-place'
import { env } from '@/env'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'The archive',
  description: 'Papers, listings, comments and votes by the hour, as files that anybody may take along.',
  alternates: { canonical: '/export' },
}

export default async function ArchivePage() {
  const archive = await getArchive(archivePlace)
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>The archive</h1>
        </div>
      </div>
      <div className="text about prose">
        <p>
          Everything here that anybody may see, as files: papers, which day each is listed on, comments, and votes by
          the hour, never by whom. It is enough to compute the order of any day and the trending list again.
          {env.EXPORT === 'on' && ' It is made anew each night.'}
        </p>
        {archive && <ArchiveContents archive={archive} siteUrl={env.SITE_URL} />}
        {!archive && <NoneYet />}
      </div>
    </main>
  )
}

function NoneYet() {
  return (
    <>
      <h2 id="files">No archive was made yet</h2>
      {env.EXPORT === 'on' && <p>The first one is on its way. Come back in a few minutes.</p>}
      {env.EXPORT === 'off' && (
        <p>
          Whoever runs this site makes one with <code>npm run export</code>. Until then, read the same from the API.
        </p>
      )}
    </>
  )
}
