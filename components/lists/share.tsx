import { CopyButton } from '@/components/copy-button'

/** A list's address, to be sent to others. */
export function ShareAddress({ url }: { url: string }) {
  return (
    <section>
      <h2>Share</h2>
      <div className="pair">
        <input className="field mono" readOnly aria-label="Address of this list" id="list-address" value={url} />
        <CopyButton from="list-address" />
      </div>
    </section>
  )
}
