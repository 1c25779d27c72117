import { SettingsPart } from '@/components/settings/part'

/** For admins: the way to what is not about themselves. */
export function AdminPart() {
  return (
    <SettingsPart id="people" title="People" hint="for admins">
      <form className="next" action="/admin/people" method="get">
        <input
          className="field fit"
          name="find"
          aria-label="Find a person by name"
          placeholder="Name"
          maxLength={254}
        />
        <button type="submit" className="button plain">
          Find
        </button>
        <a className="link" href="/admin">
          Jobs, numbers, letters and the log
        </a>
      </form>
    </SettingsPart>
  )
}
