import { SettingsPart } from '@/components/settings/part'
import { ago } from '@/lib/ago'
import { browserName } from '@/lib/browser-name'
import { formatDate } from '@/lib/days'
import { hourLength } from '@/lib/hours'

type SignedIn = { id: string; userAgent: string | null; createdAt: number; lastSeenAt: number }
type Props = { sessions: SignedIn[]; here: string; now: number; news: string | false }

export function SessionsPart({ sessions, here, now, news }: Props) {
  return (
    <SettingsPart id="sessions" title="Where you are signed in" news={news}>
      <table className="times">
        <tbody>
          {sessions.map(({ id, userAgent, createdAt, lastSeenAt }) => (
            <tr key={id}>
              <th scope="row">{browserName(userAgent)}</th>
              <td data-l={id === here ? '·' : 'since'}>
                {id === here ? <span className="mine">this one</span> : formatDate(createdAt)}
              </td>
              <td data-l="·">{id === here ? 'now' : seen(lastSeenAt, now)}</td>
              <td className="act">
                {id !== here && (
                  <form action={`/api/settings/sessions/${id}`} method="post">
                    <button type="submit" aria-label={`Sign out ${browserName(userAgent)}`}>
                      Sign out
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="next">
        <form action="/api/signout" method="post">
          <button type="submit" className="button plain">
            Sign out
          </button>
        </form>
        <form action="/api/signout/everywhere" method="post">
          <button type="submit" className="button plain">
            Sign out everywhere
          </button>
        </form>
        <span className="hint">Everywhere means here as well. Tokens stay until revoked.</span>
      </div>
    </SettingsPart>
  )
}

// The use of a session is noted once an hour, so anything finer would be made up.
function seen(at: number, now: number): string {
  return now - at < hourLength ? 'within the hour' : ago(at, now)
}
