import { SettingsPart } from '@/components/settings/part'

export function PrivacyPart({ votesPublic, news }: { votesPublic: boolean; news: string | false }) {
  return (
    <SettingsPart id="privacy" title="Privacy" news={news}>
      <form action="/api/settings/privacy" method="post">
        <div className="rows">
          <div>
            <span>Votes</span>
            <div className="choice">
              <label>
                <input type="checkbox" name="votesPublic" defaultChecked={votesPublic} /> Show on my page what I voted
                for
              </label>
            </div>
          </div>
        </div>
        <button type="submit" className="button">
          Keep this
        </button>
      </form>
    </SettingsPart>
  )
}
