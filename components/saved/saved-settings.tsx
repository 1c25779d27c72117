import { CopyButton } from '@/components/copy-button'
import { FocusLed } from '@/components/focus-led'
import { FormMessage } from '@/components/form-message'
import { InLetter } from '@/components/saved/in-letter'
import { SavedFields } from '@/components/saved/saved-fields'
import { FocusFault } from '@/components/settings/focus-fault'
import type { SavedSearch } from '@/db/types'
import type { Flash } from '@/lib/flash'
import { savedFeedHref } from '@/lib/saved-search'
import { savedSearchPath } from '@/lib/saved-search-path'

type Props = {
  search: SavedSearch
  siteUrl: string
  /** The site sends mail, so that there are letters. */
  hasMail: boolean
  flash: Flash | null
  saved: string | null
}

/** How a saved search is called, where else it is told of, and its end. */
export function SavedSettings({ search, siteUrl, hasMail, flash, saved }: Props) {
  const { id, name, asked, inLetter } = search
  return (
    <>
      <section id="feed">
        <h2>Follow it elsewhere</h2>
        <div className="pair">
          <input
            className="field mono"
            readOnly
            aria-label="Address of its feed"
            id="feed-address"
            value={siteUrl + savedFeedHref(asked)}
          />
          <CopyButton from="feed-address" />
        </div>
        <p>For a feed reader. The address says what is looked for, not who you are.</p>
        <p>
          <a className="link" href="/settings/webhooks">
            Your webhooks
          </a>{' '}
          can send a message when a paper comes for one of your searches.
        </p>
      </section>
      <section id="change">
        <h2>This search</h2>
        <FormMessage flash={flash} id="changed">
          {saved === 'search' ? 'Kept.' : null}
        </FormMessage>
        <FocusLed to="changed" />
        {flash?.error && <FocusFault key={flash.id} />}
        <form className="list-settings" action={`/api/searches/${id}`} method="post">
          <input type="hidden" name="next" value={`${savedSearchPath(id)}?saved=search#changed`} />
          <SavedFields asked={asked} name={name} flash={flash} />
          {hasMail && <InLetter inLetter={inLetter} />}
          <button type="submit" className="button">
            Keep
          </button>
        </form>
        <p>Looking for something else begins anew: what has come is then forgotten.</p>
        <details className="next">
          <summary>Remove this search</summary>
          <form action={`/api/searches/${id}/delete`} method="post">
            <p>It goes with what has come for it. The papers stay on the site.</p>
            <button type="submit" className="button">
              Remove it
            </button>
          </form>
        </details>
      </section>
    </>
  )
}
