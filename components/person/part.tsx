import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  hint: string
  children: ReactNode
  more?: { href: string; words: string } | null
}

/** A part of a person's page: what there is of one kind, and the way to the rest of it. */
export function PersonPart({ id, title, hint, children, more }: Props) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <div className="bar hung">
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="hint">{hint}</span>
      </div>
      {children}
      {more && (
        <a className="more" href={more.href}>
          {more.words}
        </a>
      )}
    </section>
  )
}
