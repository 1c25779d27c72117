import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ModerationLog } from '@/components/moderation/log'
import { WebhooksLink } from '@/components/moderation/webhooks-link'
import { listModerationLog } from '@/db/moderation'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'

const pageSize = 50

export async function generateMetadata({ searchParams }: PageInput): Promise<Metadata> {
  return {
    title: 'Moderation log',
    description:
      'Every comment that was hidden here, every paper taken off its day and every reading list made private, and who was given a role: by whom, when and why.',
    alternates: { canonical: '/moderation' },
    robots: oneValue(await searchParams, 'before') === null ? undefined : { index: false },
  }
}

export default async function ModerationPage({ searchParams }: PageInput) {
  const asked = oneValue(await searchParams, 'before')
  if (asked !== null && !/^\d{1,15}$/.test(asked)) notFound()
  const { lines, next } = await listModerationLog({ before: asked === null ? null : Number(asked), limit: pageSize })
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>Moderation log</h1>
          <p className="tally">open to everyone to read</p>
        </div>
      </div>
      <div className="across">
        {lines.length > 0 && <ModerationLog lines={lines} now={Date.now()} />}
        {lines.length === 0 && (
          <p className="enough">{asked === null ? 'Nothing has been moderated yet.' : 'There is nothing earlier.'}</p>
        )}
        {next !== null && (
          <a className="more" href={`/moderation?before=${next}`}>
            Earlier
          </a>
        )}
        <WebhooksLink />
      </div>
    </main>
  )
}
