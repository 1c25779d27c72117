'use client'

import { useState } from 'react'
import { CopyCitation } from '@/components/paper/copy-citation'
import type { citationLinks } from '@/lib/citation-links'

/** The ways to cite a paper. Its BibTeX is fetched when somebody looks; without JavaScript the files are there. */
export function Cite({ links }: { links: ReturnType<typeof citationLinks> }) {
  const [text, setText] = useState<string | null>(null)
  const [first] = links
  const show = async () => {
    if (text !== null || !first) return
    const response = await fetch(first.href).catch(() => null)
    if (response?.ok) setText(await response.text())
  }
  return (
    <details className="cite" onToggle={(event) => event.currentTarget.open && show()}>
      <summary>Cite</summary>
      <ul>
        {links.map(({ name, href }) => (
          <li key={href}>
            <span>{name}</span>
            <CopyCitation name={name} href={href} />
            <a className="link" href={href} download>
              Download<span className="hidden"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section tabIndex={0} aria-label={first?.name}>
          <pre>{text.trimEnd()}</pre>
        </section>
      )}
    </details>
  )
}
