'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { herePath } from '@/components/here-path'
import { keepName, useKeptName } from '@/components/kept-name'
import { PersonLink } from '@/components/person-link'
import { askViewer, keepViewerFresh, useViewer } from '@/components/viewer-store'
import { signInPath } from '@/lib/next-path'

// Most readers are signed out and never need it. Where it does not load, the name still leads to one's page.
const PersonItems = lazy(() => import('@/components/person-items').catch(() => ({ default: PersonLink })))

/** The right end of the header: the way in, or who is signed in and their pages. */
export function PersonMenu({ submit }: { submit: 'members' | 'moderators' }) {
  const { viewer, isKnown } = useViewer()
  const keptName = useKeptName()
  const signIn = useSyncExternalStore(stays, wayIn, () => '/signin')
  useEffect(() => {
    askViewer()
    return keepViewerFresh()
  }, [])
  useEffect(() => {
    if (isKnown) keepName(viewer?.name ?? null)
  }, [isKnown, viewer])
  return (
    <div className="person">
      {(submit === 'members' || (viewer && viewer.role !== 'member')) && <SubmitLink />}
      {viewer ? (
        <Suspense fallback={<PersonLink {...viewer} />}>
          <PersonItems {...viewer} />
        </Suspense>
      ) : !isKnown && keptName ? (
        <PersonLink name={keptName} />
      ) : (
        <a className="way-in" href={signIn}>
          Sign in
        </a>
      )}
    </div>
  )
}

function SubmitLink() {
  return (
    <a href="/submit" aria-current={usePathname() === '/submit' ? 'page' : undefined}>
      Submit
    </a>
  )
}

function wayIn(): string {
  const path = herePath()
  return /^\/(signin|signup|recover|claim|invite)\b/.test(path) ? '/signin' : signInPath(path)
}

/** Links between pages load them whole, so a page's address stays what it is. */
function stays(): () => void {
  return () => {}
}
