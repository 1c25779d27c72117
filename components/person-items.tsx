import { DropdownMenu } from 'radix-ui'
import { herePath } from '@/components/pending-vote-store'
import type { Viewer } from '@/db/types'

const signOutForm = 'sign-out'

/** A signed-in reader's name, and behind it their pages. */
export default function PersonItems({ name, role }: Pick<Viewer, 'name' | 'role'>) {
  return (
    <>
      {/* Outside the menu, which is gone from the page by the time that a press in it submits. */}
      <form id={signOutForm} action="/api/signout" method="post" hidden>
        <input type="hidden" name="next" value={herePath()} />
      </form>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger>{name}</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
            <DropdownMenu.Item asChild>
              <a href={`/user/${name}`}>Your page</a>
            </DropdownMenu.Item>
            <DropdownMenu.Item asChild>
              <a href="/settings">Settings</a>
            </DropdownMenu.Item>
            {role !== 'member' && (
              <DropdownMenu.Item asChild>
                <a href="/moderation">Moderation log</a>
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Separator />
            <DropdownMenu.Item asChild>
              <button type="submit" form={signOutForm}>
                Sign out
              </button>
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  )
}
