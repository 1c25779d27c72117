'use client'

import { lazy, Suspense, useEffect } from 'react'
import { herePath } from '@/components/here-path'
import { closeLists, useListsAsked } from '@/components/lists/lists-dialog-store'
import { seemsSignedIn } from '@/components/viewer-store'
import { signInPath } from '@/lib/next-path'

const ListsDialog = lazy(() => import('@/components/lists/lists-dialog'))

/** Opens the choice of lists for a paper. Loaded when somebody asks for it; who is signed out goes to sign in. */
export function ListsDoor() {
  const asked = useListsAsked()
  useEffect(() => {
    if (!asked || seemsSignedIn()) return
    closeLists()
    window.location.assign(signInPath(herePath()))
  }, [asked])
  return <Suspense>{asked && seemsSignedIn() && <ListsDialog {...asked} key={asked.paperId} />}</Suspense>
}
