import { SettingsPart } from '@/components/settings/part'
import type { Flash } from '@/lib/flash'

type Props = { sites: { id: string; name: string }[]; linked: string[]; flash: Flash | null; news: string | false }

/** Other sites by which one signs in. */
export function SitesPart({ sites, linked, flash, news }: Props) {
  return (
    <SettingsPart id="sites" title="Signing in by other sites" flash={flash} news={news}>
      <table className="times">
        <tbody>
          {sites.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{linked.includes(id) ? 'signs you in' : 'not yet'}</td>
              <td className="act">
                {linked.includes(id) ? (
                  <form action={`/api/settings/sites/${id}`} method="post">
                    <button type="submit" aria-label={`No longer by ${name}`}>
                      No longer
                    </button>
                  </form>
                ) : (
                  <form action="/api/signin/site" method="post">
                    <input type="hidden" name="next" value="/settings#sites" />
                    <button type="submit" name="site" value={id} aria-label={`Sign in by ${name} as well`}>
                      Add
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SettingsPart>
  )
}
