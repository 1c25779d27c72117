import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import { herePath } from '@/components/here-path'
import type { Viewer } from '@/db/types'

/** A signed-in reader's name, and behind it their pages. */
export default function PersonItems({ name, role }: Pick<Viewer, 'name' | 'role'>) {
  const signOut = useRef<HTMLFormElement>(null)
  return (
    <>
      {/* Outside the menu, and sent by it: a button in there has left the page before the browser would submit. */}
      <form ref={signOut} action="/api/signout" method="post" hidden>
        <input type="hidden" name="next" value={herePath()} />
      </form>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger>{name}</DropdownMenu.Trigger>
        {/* Not in a portal: it belongs to the header, where a list of landmarks looks for it. */}
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item asChild>
            <a href={`/user/${name}`}>Your page</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href="/following">Following</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href="/lists">Reading lists</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href="/searches">Saved searches</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <a href="/settings">Settings</a>
          </DropdownMenu.Item>
          {role === 'admin' && (
            <DropdownMenu.Item asChild>
              <a href="/admin">Admin</a>
            </DropdownMenu.Item>
          )}
          {role !== 'member' && (
            <DropdownMenu.Item asChild>
              <a href="/moderation">Moderation log</a>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator />
          <DropdownMenu.Item asChild onSelect={() => signOut.current?.requestSubmit()}>
            <button type="button">Sign out</button>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
    </>
  )
}
