import type { Metadata } from 'next'
import { AboutPerson } from '@/components/person/about-person'
import { PersonHead } from '@/components/person/person-head'
import { listPublicLists } from '@/db/lists'
import { env } from '@/env'
import { feedLinks } from '@/lib/feed-address'
import { oneValue, type PageInput } from '@/lib/query'
import { plural, shorten } from '@/lib/text'
import { CommentsPart, ListsPart, PapersPart, VotesPart } from './parts'
import { readPart, readPerson } from './read-person'

export const dynamic = 'force-dynamic'

type Input = PageInput<{ name: string }>

export async function generateMetadata({ params, searchParams }: Input): Promise<Metadata> {
  const { name, fullName, bio, counts } = await readPerson((await params).name)
  const does = `${plural(counts.papers, 'paper')} and ${plural(counts.comments, 'comment')} on ${env.SITE_NAME}`
  const title = fullName ? `${fullName} (${name})` : name
  const description = shorten(bio ? `${bio} ${does}.` : `${title}: ${does}.`, 199)
  const canonical = `/user/${name}`
  return {
    title,
    description,
    alternates: {
      canonical,
      types: feedLinks({ subject: { of: 'member', name }, title: `Comments by ${fullName ?? name}` }),
    },
    openGraph: { type: 'profile', siteName: env.SITE_NAME, title, description, url: canonical },
    // The parts alone are the same once more.
    robots: oneValue(await searchParams, 'of') === null ? undefined : { index: false },
  }
}

export default async function PersonPage({ params, searchParams }: Input) {
  const person = await readPerson((await params).name)
  const asked = readPart(await searchParams)
  const { counts, votesPublic } = person
  const page = asked?.page ?? null
  const now = Date.now()
  const lists = asked ? [] : await listPublicLists(person.id)
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <PersonHead person={person} />
      <div>
        {(!asked || asked.part === 'papers') && <PapersPart person={person} page={page} />}
        {lists.length > 0 && <ListsPart lists={lists} now={now} />}
        {(!asked || asked.part === 'votes') && <VotesPart person={person} page={page} />}
        {(!asked || asked.part === 'comments') && <CommentsPart person={person} page={page} now={now} />}
      </div>
      <AboutPerson
        person={person}
        parts={[
          { id: 'papers', title: 'Papers', n: counts.papers },
          ...(lists.length > 0 ? [{ id: 'lists', title: 'Reading lists', n: lists.length }] : []),
          ...(votesPublic ? [{ id: 'votes', title: 'Votes', n: counts.votes }] : []),
          { id: 'comments', title: 'Comments', n: counts.comments },
        ]}
      />
    </main>
  )
}
