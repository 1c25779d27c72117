import type { PaperLink } from '@/lib/links'

/** The ways to the paper itself and to what belongs to it. */
export function Links({ links }: { links: readonly PaperLink[] }) {
  return (
    <p className="links">
      {links.map(({ label, href, note }) => (
        <a key={href} href={href} rel="noreferrer">
          {label} {note && <span className="quiet">{note}</span>}
        </a>
      ))}
    </p>
  )
}
