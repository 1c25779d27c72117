import { CopyButton } from '@/components/copy-button'
import { SettingsPart } from '@/components/settings/part'
import { ShownOnce } from '@/components/settings/shown-once'
import { ago } from '@/lib/ago'
import { formatDate } from '@/lib/days'
import type { Flash } from '@/lib/flash'

type Token = { id: string; label: string; scope: 'read' | 'write'; createdAt: number; lastUsedAt: number | null }
type Props = { tokens: Token[]; now: number; flash: Flash | null; news: string | false }

export function TokensPart({ tokens, now, flash, news }: Props) {
  const made = flash?.made?.what === 'token' ? flash.made : null
  return (
    <SettingsPart id="tokens" title="Tokens" hint="for scripts and agents" flash={flash} news={news}>
      {made && (
        <div className="made">
          <ShownOnce />
          <p>
            <span className="mine">Just made</span> for <b>{made.label}</b>. Copy it now: it is shown this once, and
            kept here only as a fingerprint.
          </p>
          <div className="pair">
            <input className="field mono" readOnly aria-label="Token" id="new-token" value={made.secret} />
            <CopyButton from="new-token" />
          </div>
        </div>
      )}
      {tokens.length > 0 && (
        <table className="times">
          <thead>
            <tr>
              <th>Name</th>
              <th>May</th>
              <th>Made</th>
              <th>Last used</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.label}</th>
                <td data-l="may">{token.scope === 'write' ? 'read and write' : 'read'}</td>
                <td data-l="· made">{formatDate(token.createdAt)}</td>
                <td data-l="· used">{token.lastUsedAt === null ? 'not yet' : ago(token.lastUsedAt, now)}</td>
                <td className="act">
                  <form action={`/api/tokens/${token.id}`} method="post">
                    <button type="submit" aria-label={`Revoke ${token.label}`}>
                      Revoke
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form className="next" action="/api/tokens" method="post">
        <input
          className="field fit"
          id="tokens-label"
          name="label"
          aria-label="Name of a new token"
          placeholder="Name"
          required
          maxLength={60}
        />
        <select className="field fit" name="scope" aria-label="What it may do" defaultValue="read">
          <option value="read">read</option>
          <option value="write">read and write</option>
        </select>
        <button type="submit" className="button plain">
          Make a token
        </button>
      </form>
    </SettingsPart>
  )
}
