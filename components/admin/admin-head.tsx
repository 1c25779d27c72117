const pages = [
  { name: 'Overview', href: '/admin' },
  { name: 'People', href: '/admin/people' },
  { name: 'Letters', href: '/admin/letters' },
  { name: 'Log', href: '/admin/log' },
]

type Props = { title: string; here: string; tally: string }

/** The head of a page for admins, with the ways to the others. */
export function AdminHead({ title, here, tally }: Props) {
  return (
    <div className="dayhead titled">
      <div className="line">
        <h1>{title}</h1>
        <div className="side">
          <nav className="order" aria-label="Admin">
            {pages.map(({ name, href }) => (
              <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
          <p className="tally">{tally}</p>
        </div>
      </div>
    </div>
  )
}
