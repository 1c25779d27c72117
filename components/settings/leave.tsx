import { SettingsPart } from '@/components/settings/part'
import { SettingsRow } from '@/components/settings/row'
import type { Flash } from '@/lib/flash'

export function LeavePart({ name, flash }: { name: string; flash: Flash | null }) {
  return (
    <SettingsPart id="leave" title="Your data" flash={flash}>
      <p className="next">
        <a className="button plain" href="/api/settings/export" download={`${name}.json`}>
          Download it
        </a>
        <span className="hint">
          All that is kept of you, as JSON: profile, votes, comments, submissions, follows, lists.
        </span>
      </p>
      <details className="next" open={flash?.error !== undefined}>
        <summary>Delete my account</summary>
        <form action="/api/settings/delete" method="post">
          <p>
            Your votes are withdrawn and your name leaves your comments and submissions; the texts stay, as others
            answered them. Delete comments first that should go too. This cannot be undone.
          </p>
          <div className="rows">
            <SettingsRow
              part="leave"
              name="name"
              label="Type your name"
              flash={flash}
              autoComplete="off"
              autoCapitalize="none"
              required
            />
          </div>
          <button type="submit" className="button plain">
            Delete my account for good
          </button>
        </form>
      </details>
    </SettingsPart>
  )
}
