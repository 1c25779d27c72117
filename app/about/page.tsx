import type { Metadata } from 'next'
import { Counts } from '@/components/about/counts'
import { HeatForm } from '@/components/about/heat-form'
import { HeatResult } from '@/components/about/heat-result'
import { Keys } from '@/components/about/keys'
import { Moderation } from '@/components/about/moderation'
import { Orders } from '@/components/about/orders'
import { Submitting } from '@/components/about/submitting'
import { Trending } from '@/components/about/trending'
import { getPaper } from '@/db/papers'
import type { HourCount, Paper } from '@/db/types'
import { getVoteHistory } from '@/db/vote-history'
import { env, feedClock } from '@/env'
import { feedDayInWords } from '@/lib/feed-day-words'
import { checkHeat } from '@/lib/heat-check'
import { paperAsked } from '@/lib/paper-asked'
import { oneValue, type PageInput } from '@/lib/query'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'How the order is made',
  description: 'How papers are ranked here, with every formula, and a way to check one paper’s number.',
  alternates: { canonical: '/about' },
}

export default async function AboutPage({ searchParams }: PageInput) {
  const asked = oneValue(await searchParams, 'paper')
  const halfLife = env.HEAT_HALF_LIFE_HOURS
  const found = asked === null ? null : await look(asked)
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>How the order is made</h1>
        </div>
      </div>
      <div className="text about prose">
        <h2 id="day">The day</h2>
        <p>{feedDayInWords(feedClock)}</p>
        <p>A paper is on the list of one day. Weeks go from Monday to Sunday and are numbered as ISO 8601 does.</p>
        <h2 id="submitting">Submitting</h2>
        <Submitting who={env.SUBMIT} />
        <h2 id="orders">A day, a week, a month</h2>
        <p>All three are ordered alike. First stands the paper with:</p>
        <Orders />
        <p>One person has one vote a paper, and may take it back. Comments have no votes.</p>
        <h2 id="trending">Trending</h2>
        <Trending halfLife={halfLife} />
        <h2 id="check">Check a paper’s heat</h2>
        <HeatForm asked={asked} trouble={found?.ok === false ? found.trouble : null} />
        {found?.ok && <HeatResult paper={found.paper} check={checkHeat(found.hours, halfLife)} halfLife={halfLife} />}
        <h2 id="counts">Counts that came with an import</h2>
        <Counts />
        <h2 id="moderation">Moderation</h2>
        <Moderation />
        <h2 id="keys">Keys</h2>
        <Keys />
      </div>
    </main>
  )
}

type Found = { ok: true; paper: Paper; hours: HourCount[] } | { ok: false; trouble: string }

async function look(asked: string): Promise<Found> {
  const id = paperAsked(asked)
  if (!id) return { ok: false, trouble: 'That is no id of a paper. It looks like 2308.10087 or cs/9809007.' }
  const [paper, hours] = await Promise.all([getPaper(id), getVoteHistory(id)])
  return paper ? { ok: true, paper, hours } : { ok: false, trouble: `${id} is not known here.` }
}
