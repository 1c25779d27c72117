import type { Metadata } from 'next'
import { adminOnly } from '@/app/admin/admin-only'
import { AdminHead } from '@/components/admin/admin-head'
import { PeopleTable } from '@/components/admin/people-table'
import { RoleForm } from '@/components/admin/role-form'
import { FormMessage } from '@/components/form-message'
import { listPeople } from '@/db/people'
import type { PersonLine } from '@/db/types'
import { countPeople } from '@/db/users'
import { getFlash } from '@/door/flash'
import { peopleOnPage } from '@/lib/admin-bounds'
import { type PeopleQuery, peopleHref, readPeopleQuery } from '@/lib/people-query'
import { oneValue, type PageInput } from '@/lib/query'
import { plural } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'People', robots: { index: false } }

export default async function PeoplePage({ searchParams }: PageInput) {
  const input = await searchParams
  const query = readPeopleQuery(input)
  const { name: me, adminId } = await adminOnly(peopleHref(query))
  const [{ people, next }, all, flash] = await Promise.all([
    listPeople(adminId, { ...query, limit: peopleOnPage }),
    countPeople(adminId),
    getFlash(input),
  ])
  const { find } = query
  const here = peopleHref({ ...query, person: null })
  const saved = oneValue(input, 'saved')
  const beneath = (person: PersonLine) => {
    if (person.name === query.person && !person.isSample) return <RoleForm {...person} here={here} flash={flash} />
    return person.name === saved && <FormMessage>{roleNews(person)}</FormMessage>
  }
  return (
    <main id="main" className="wrap sheet">
      <AdminHead title="People" here="/admin/people" tally={plural(all, 'person', 'people')} />
      <div className="across">
        <section className="part" id="people" aria-labelledby="people-title">
          <div className="bar hung">
            <h2 id="people-title">
              {find ? `Found for ${find}` : query.only === 'moderators' ? 'Moderators and admins' : 'Everybody'}
            </h2>
            <Orders {...query} />
          </div>
          {/* Who is not among those shown has no line that says it. */}
          {!people.some(({ name }) => name === (saved ?? query.person)) && (
            <div className="text">
              <FormMessage flash={flash && { ...flash, fields: {} }}>
                {saved && 'The role holds from now on.'}
              </FormMessage>
            </div>
          )}
          <form className="next text" action="/admin/people" method="get">
            <input
              className="field fit"
              name="find"
              aria-label="Find a person by name or whole address"
              placeholder="Name or address"
              defaultValue={find}
              maxLength={254}
            />
            <button type="submit" className="button plain">
              Find
            </button>
          </form>
          {people.length === 0 && (
            <p className="enough">{query.after ? 'There is nobody else.' : 'Nobody is called that.'}</p>
          )}
          {people.length > 0 && (
            <div className="hung">
              <PeopleTable
                people={people}
                me={me}
                now={Date.now()}
                changeHref={(person) => `${peopleHref({ ...query, person })}#role`}
                beneath={beneath}
              />
            </div>
          )}
          {next !== null && (
            <a className="more" href={peopleHref({ ...query, after: next, person: null })}>
              {find ? 'More names' : 'Earlier'}
            </a>
          )}
          {query.after !== null && (
            <a className="more" href={peopleHref({ ...query, after: null, person: null })}>
              Back to the first
            </a>
          )}
        </section>
      </div>
    </main>
  )
}

function roleNews({ name, role }: PersonLine): string {
  return `${name} is ${role === 'admin' ? 'an' : 'a'} ${role} from now on.`
}

function Orders({ find, only }: PeopleQuery) {
  const orders = [
    { name: 'Newest', only: 'all' as const },
    { name: 'Moderators', only: 'moderators' as const },
  ]
  return (
    <nav className="order" aria-label="Which people">
      {orders.map((each) => (
        <a
          key={each.name}
          href={peopleHref({ find: '', only: each.only, after: null, person: null })}
          aria-current={!find && each.only === only ? 'true' : undefined}
        >
          {each.name}
        </a>
      ))}
    </nav>
  )
}
