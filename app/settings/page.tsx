import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getSignedIn } from '@/auth'
import { otherSites } from '@/auth/ways'
import { AdminPart } from '@/components/settings/admin'
import { EmailPart } from '@/components/settings/email'
import { InvitesPart } from '@/components/settings/invites'
import { LeavePart } from '@/components/settings/leave'
import { LetterPart } from '@/components/settings/letter'
import { PasswordPart } from '@/components/settings/password'
import { PrivacyPart } from '@/components/settings/privacy'
import { ProfilePart } from '@/components/settings/profile'
import { SessionsPart } from '@/components/settings/sessions'
import { SitesPart } from '@/components/settings/sites'
import { TokensPart } from '@/components/settings/tokens'
import { WebhooksPart } from '@/components/settings/webhooks'
import { listSessions } from '@/db/sessions'
import { getSettings } from '@/db/settings'
import { getReaderByEmail, type Reader } from '@/db/subscriptions'
import { listTokens } from '@/db/tokens'
import { countWebhooks } from '@/db/webhooks'
import { getFlash } from '@/door/flash'
import { env } from '@/env'
import { oneValue, type PageInput } from '@/lib/query'
import { withDefaults } from '@/lib/subscription-schema'
import { hasMail } from '@/mail'
import { newsOf } from './news'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Settings', robots: { index: false } }

export default async function SettingsPage({ searchParams }: PageInput) {
  const signedIn = await getSignedIn(await headers())
  if (!signedIn) redirect('/signin?next=%2Fsettings')
  const { viewer, sessionId, userId, moderatorId, adminId } = signedIn
  const query = await searchParams
  const flash = await getFlash(query)
  const news = newsOf(oneValue(query, 'saved'))
  const about = (part: string) => ({
    flash: flash?.part === part ? flash : null,
    news: news.part === part && news.text,
  })
  const now = Date.now()
  const [settings, tokens, sessions, ownWebhooks, siteWebhooks] = await Promise.all([
    getSettings(userId),
    listTokens(userId),
    listSessions(userId, now),
    countWebhooks({ of: 'person', userId }),
    moderatorId && countWebhooks({ of: 'site', moderatorId }),
  ])
  if (!settings) redirect('/signin?next=%2Fsettings')
  const { hasPassword, email } = settings
  const reader = hasMail && email ? await getReaderByEmail(email) : null
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>Settings</h1>
          <p className="tally">
            {viewer.name}, seen only by <span className="mine">you</span>
          </p>
        </div>
      </div>
      <div>
        <ProfilePart name={viewer.name} {...settings} {...about('profile')} />
        <PasswordPart name={viewer.name} hasPassword={hasPassword} {...about('password')} />
        {hasMail && <EmailPart email={email} hasPassword={hasPassword} {...about('email')} />}
        {hasMail && <LetterPart email={email} {...letterOf(reader)} {...about('letter')} />}
        {otherSites.length > 0 && <SitesPart sites={otherSites} linked={settings.providers} {...about('sites')} />}
        <PrivacyPart votesPublic={settings.votesPublic} {...about('privacy')} />
        <TokensPart tokens={tokens} now={now} {...about('tokens')} />
        <WebhooksPart own={ownWebhooks} site={siteWebhooks} />
        <SessionsPart sessions={sessions} here={sessionId} now={now} {...about('sessions')} />
        {moderatorId && env.SIGNUP !== 'closed' && <InvitesPart {...about('invites')} />}
        {adminId && <AdminPart />}
        <LeavePart name={viewer.name} {...about('leave')} />
      </div>
    </main>
  )
}

/** Without a letter, what would hold is shown: what somebody may have asked for in their name is not. */
function letterOf(reader: Reader | null) {
  const isActive = reader?.state === 'active'
  return {
    isActive,
    isRefused: reader?.state === 'refused',
    chosen: isActive ? reader.chosen : withDefaults({}, env.FEED_TIMEZONE),
    nextAt: isActive ? reader.nextAt : null,
  }
}
