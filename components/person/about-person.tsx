import { OwnLinks } from '@/components/person/own-links'
import type { Profile } from '@/db/types'
import { count } from '@/lib/text'

/** The margin of a person's page: what they say of themselves, and what is on the page. */
export function AboutPerson({ person, parts }: { person: Profile; parts: { id: string; title: string; n: number }[] }) {
  const { name, fullName, bio, isSample } = person
  return (
    <aside className="margin day-margin" aria-label={`About ${fullName ?? name}`}>
      {(bio || isSample) && (
        <section>
          <h2>About</h2>
          {bio && (
            <p className="bio" dir="auto">
              {bio}
            </p>
          )}
          {isSample && <p>Made up, to show the site: nobody can sign in as {name}.</p>}
        </section>
      )}
      <section>
        <h2>On this page</h2>
        <ul className="index">
          {parts.map(({ id, title, n }) => (
            <li key={id}>
              <a href={`/user/${name}#${id}`}>{title}</a>
              <span>{count(n)}</span>
            </li>
          ))}
          <OwnLinks name={name} />
        </ul>
      </section>
    </aside>
  )
}
