import { CopyButton } from '@/components/copy-button'
import { SettingsPart } from '@/components/settings/part'
import { ShownOnce } from '@/components/settings/shown-once'
import type { Flash } from '@/lib/flash'

export function InvitesPart({ flash }: { flash: Flash | null }) {
  const made = flash?.made?.what === 'invite' ? flash.made : null
  return (
    <SettingsPart id="invites" title="Invitations" hint="one person each, for two weeks" flash={flash}>
      {made && (
        <div className="made">
          <ShownOnce />
          <p>
            <span className="mine">Just made.</span> Send it to one person; it is shown this once.
          </p>
          <div className="pair">
            <input className="field mono" readOnly aria-label="Invitation" id="new-invite" value={made.secret} />
            <CopyButton from="new-invite" />
          </div>
        </div>
      )}
      <form className="next" action="/api/invites" method="post">
        <button type="submit" className="button plain">
          Make an invitation
        </button>
      </form>
    </SettingsPart>
  )
}
