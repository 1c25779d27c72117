import { Announcer } from '@/components/announcer'
import { Keyboard } from '@/components/keyboard'
import { ListsDoor } from '@/components/lists/lists-door'
import { OfflineNotice } from '@/components/offline-notice'
import { PendingVote } from '@/components/pending-vote'

/** What every page has beside its content, once it runs in a browser. */
export function Hands() {
  return (
    <>
      <Keyboard />
      <Announcer />
      <OfflineNotice />
      <PendingVote />
      <ListsDoor />
    </>
  )
}
