'use client'

import { useEffect } from 'react'
import { askViewer, useViewer } from '@/components/viewer-store'

/** For moderators, on a page that is the same for everybody. */
export function WebhooksLink() {
  const { viewer } = useViewer()
  useEffect(() => askViewer(), [])
  if (!viewer || viewer.role === 'member') return null
  return (
    <p className="next hung">
      <a className="link" href="/moderation/webhooks">
        The site’s webhooks
      </a>
    </p>
  )
}
