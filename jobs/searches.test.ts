import { expect, test } from 'vitest'
import { upsertFound } from '@/db/pool'
import { changeSearch, removeSearch, saveSearch } from '@/db/saved-searches'
import { createUser } from '@/db/users'
import { createWebhook } from '@/db/webhooks'
import { searchNews } from '@/jobs/searches'
import { tellWebhooks } from '@/jobs/webhooks'
import { authorityOf } from '@/lib/authority'
import type { News } from '@/lib/webhook-news'

/* From a paper that comes to the message about it, by the jobs. */

const signal = new AbortController().signal
const sent: { to: string; news: News }[] = []
let made = 0

async function join(name: string) {
  const done = await createUser({ name }, Date.now())
  if (!done.ok) throw new Error(done.error)
  return authorityOf(done.viewer).userId
}

async function come(...titles: string[]): Promise<void> {
  const text = { abstract: 'We count.', note: null, doi: null, sourceUrl: null, categories: ['cs.LG'] }
  const more = { publishedAt: Date.now(), updatedAt: null, version: 1, isWithdrawn: false, announcedDay: '2026-06-02' }
  const found = titles.map((title) => ({ title, authors: [{ name: 'Ada Sol' }], ...text, ...more }))
  await upsertFound(
    found.map((paper) => ({ ...paper, id: `2606.${String(++made).padStart(5, '0')}`, source: 'arxiv' as const })),
    Date.now(),
  )
}

async function tell(): Promise<News[]> {
  const send = async ({ label }: { label: string }, { news }: { news: News }) => {
    sent.push({ to: label, news })
    return { status: 204, answer: '', retryAfter: null }
  }
  await tellWebhooks({ send, tell: () => {}, now: Date.now(), signal })
  return sent.splice(0).map(({ news }) => news)
}

test('a webhook tells of what comes for its owner’s searches, once a paper and search', async () => {
  const [mira, bo] = [await join('Mira'), await join('Bo')]
  for (const userId of [mira, bo]) {
    const asked = { kind: 'standard', label: 'In', url: 'https://hooks.example/in', votes: 1, chat: undefined } as const
    await createWebhook({ of: 'person', userId }, { ...asked, events: ['search.matched'] }, Date.now())
  }
  const kept = await saveSearch(mira, { name: 'Order', asked: 'q=sorting' }, Date.now())
  if (!kept.ok) throw new Error(kept.error)
  const changed = await saveSearch(mira, { name: 'Boats', asked: 'q=boats' }, Date.now())
  if (!changed.ok) throw new Error(changed.error)
  expect(await searchNews(signal)).toBe('')

  await come('Sorting by Hand', 'Sorting $n$ Boats', 'Kites')
  expect(await searchNews(signal)).toBe('3 papers found for saved searches')
  const url = expect.stringMatching(new RegExp(`/searches/${kept.id}$`))
  expect(await tell()).toEqual([
    {
      type: 'search.matched',
      timestamp: expect.any(String),
      data: {
        search: { id: kept.id, name: 'Order', url },
        papers: [
          expect.objectContaining({ title: 'Sorting by Hand', day: null }),
          expect.objectContaining({ title: 'Sorting $n$ Boats' }),
        ],
      },
    },
    expect.objectContaining({ data: expect.objectContaining({ search: expect.objectContaining({ name: 'Boats' }) }) }),
  ])
  expect(await searchNews(signal)).toBe('')
  expect(await tell()).toEqual([])
})

test('what was found for a search that was removed or changed before the message went is not told', async () => {
  const ada = await join('Ada')
  const asked = { kind: 'standard', label: 'Ada', url: 'https://hooks.example/in', votes: 1, chat: undefined } as const
  await createWebhook({ of: 'person', userId: ada }, { ...asked, events: ['search.matched'] }, Date.now())
  const [one, two] = [
    await saveSearch(ada, { name: 'Kites', asked: 'q=kites' }, Date.now()),
    await saveSearch(ada, { name: 'Ropes', asked: 'q=ropes' }, Date.now()),
  ]
  await come('Kites on Ropes')
  expect(await searchNews(signal)).toBe('2 papers found for saved searches')
  if (one.ok) await removeSearch(ada, one.id)
  if (two.ok) await changeSearch(ada, two.id, { asked: 'q=rope+bridges' }, Date.now())
  expect(await tell()).toEqual([])
})
