'use client'

import { useViewer } from '@/components/viewer-store'

/** What only the person themselves finds on their page, which is the same for everybody else. */
export function OwnLinks({ name }: { name: string }) {
  const { viewer } = useViewer()
  if (viewer?.name !== name) return null
  return (
    <li>
      <a href="/settings">Settings</a>
      <span className="mine">you</span>
    </li>
  )
}
