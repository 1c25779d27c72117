import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readPreview, type To } from '@/app/subscription/read-preview'
import { getViewer } from '@/auth'
import { LetterPreview } from '@/components/letter/preview'
import { listLetterSearches } from '@/db/letter-searches'
import { getReaderByEmail, getReaderByToken } from '@/db/subscriptions'
import { getUserById } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { issueTitle } from '@/lib/digest-words'
import { scopeOfIssue } from '@/lib/letter-issue'
import { choiceNames } from '@/lib/letter-words'
import { oneValue, type PageInput, type Query } from '@/lib/query'
import { choicesSchema, withDefaults } from '@/lib/subscription-schema'
import { hasMail } from '@/mail'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'The letter', robots: { index: false }, referrer: 'same-origin' }

/** The mail that would go out now, as the form that leads here has it: kept or not. */
export default async function PreviewPage({ searchParams }: PageInput) {
  if (!hasMail) notFound()
  const query = await searchParams
  const asked = choicesSchema.safeParse(withoutNever(query))
  const faults = (asked.error?.issues ?? []).map(({ path: [name], message }) => ({ name: nameOf(name), says: message }))
  const now = Date.now()
  const chosen = asked.success ? withDefaults(asked.data, env.FEED_TIMEZONE) : null
  const preview = chosen && (await readPreview(chosen, await readTo(query, now), now))
  const scope = preview && scopeOfIssue(preview.issue)
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>The letter</h1>
          <p className="tally">{scope && `of ${issueTitle(scope, true)}`}</p>
        </div>
      </div>
      <div className="text after-head">
        {faults.map(({ name, says }) => (
          <p key={name} className="refused">
            {name}: {says}
          </p>
        ))}
        {asked.error && <p>Close this and choose once more.</p>}
        {preview && !preview.digest && (
          <p>
            Nothing would have come: no paper of then is one that you chose. A {scope?.of} without any sends no letter.
          </p>
        )}
        {preview?.digest && (
          <LetterPreview
            {...preview.digest}
            hint="As it would go out now. In yours, the links to change and to stop it are your own."
          />
        )}
      </div>
    </main>
  )
}

/** Whose form it was, as far as they have shown it. */
async function readTo(query: Query, now: number): Promise<To> {
  const reader = await getReaderByToken(oneValue(query, 'token') ?? '', 'change')
  if (reader) return { ...reader, searches: await listLetterSearches(reader.email) }
  const viewer = await getViewer()
  const email = viewer && (await getUserById(authorityOf(viewer).userId))?.email
  if (!email) return { email: 'you@lab.edu', since: now }
  const { since } = (await getReaderByEmail(email)) ?? { since: now }
  return { email, since, searches: await listLetterSearches(email) }
}

function nameOf(field: PropertyKey | undefined): string {
  return Object.entries(choiceNames).find(([name]) => name === field)?.[1] ?? String(field)
}

/** A member who gets no letter may look at one all the same. */
function withoutNever({ frequency, ...rest }: Query): Query {
  return frequency === 'never' ? rest : { ...rest, frequency }
}
