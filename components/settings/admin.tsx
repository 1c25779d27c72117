import { SettingsPart } from '@/components/settings/part'

/** Where admins find what is not about themselves; it kept its place when it got pages of its own. */
export function AdminPart() {
  return (
    <SettingsPart id="people" title="People" hint="who may what; for admins">
      <p className="next">
        <a className="link" href="/admin/people">
          People and their roles
        </a>
        <a className="link" href="/admin">
          Jobs, letters and the log
        </a>
      </p>
    </SettingsPart>
  )
}
