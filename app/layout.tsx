import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/inter/opsz-italic.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { today } from '@/app/papers/read-list'
import { Hands } from '@/components/hands'
import { SiteFooter } from '@/components/site-footer'
import { SiteHeader } from '@/components/site-header'
import { ThumbBar } from '@/components/thumb-bar'
import { getNewestDay } from '@/db/listings'
import { env } from '@/env'
import { nonceOf } from '@/lib/csp'
import { monthOf, weekOf } from '@/lib/days'
import { feedLinks, newestFeed } from '@/lib/feed-address'
import { nameBeforePaint } from '@/lib/kept-name'

// For not-found.tsx too: a page made in the build could not carry the nonce that its scripts need.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  metadataBase: new URL(env.SITE_URL),
  title: { default: env.SITE_NAME, template: `%s · ${env.SITE_NAME}` },
  description: 'A daily list of research papers, voted on and discussed by those who read them.',
  applicationName: env.SITE_NAME,
  alternates: { types: feedLinks(newestFeed) },
  openGraph: { type: 'website', siteName: env.SITE_NAME },
}

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const newest = (await getNewestDay()) ?? today()
  const pool = env.INGEST_CATEGORIES.length > 0 ? '/new' : null
  const links = { week: `/papers/week/${weekOf(newest)}`, month: `/papers/month/${monthOf(newest)}`, pool }
  const nonce = nonceOf((await headers()).get('content-security-policy'))
  return (
    // A script marks it before React wakes.
    <html lang="en" suppressHydrationWarning>
      <body>
        <script nonce={nonce} suppressHydrationWarning>
          {nameBeforePaint}
        </script>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <SiteHeader name={env.SITE_NAME} links={links} submit={env.SUBMIT} />
        {children}
        <SiteFooter />
        <ThumbBar links={links} />
        <Hands />
      </body>
    </html>
  )
}
