import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { frequentQuery, listFedCategory } from '@/db/feed-papers'
import { papers } from '@/db/schema'
import { dayStart, monthOf, weekOf } from '@/lib/days'

const first = { page: 1, pageSize: 2 }

beforeAll(async () => {
  const day = '2026-06-02'
  const rest = {
    abstract: null,
    authors: [],
    authorCount: 0,
    keywords: [],
    mediaUrls: [],
    createdAt: 1,
    publishedAt: 1,
  }
  for (let i = 1; i <= 7; i++) {
    const listing = { day, week: weekOf(day), month: monthOf(day), submittedAt: dayStart(day) + i }
    const categories = i % 2 === 0 ? ['math.ST'] : ['cs.LG', 'stat.ML']
    await db.insert(papers).values({ id: `2606.0000${i}`, title: 'Heat', categories, ...rest, ...(i < 7 && listing) })
  }
})

test('a frequent category is found along the index as a rare one is by its words', async () => {
  for (const [category, pages] of [
    ['cs.lg', [['2606.00005', '2606.00003'], ['2606.00001'], []]],
    ['math', [['2606.00006', '2606.00004'], ['2606.00002'], []]],
    ['hep-th', [[], [], []]],
  ] as const) {
    for (const [i, ids] of pages.entries()) {
      const page = { ...first, page: i + 1 }
      const rare = await listFedCategory(category, page)
      const frequent = await db.all<{ id: string }>(frequentQuery(category, page))
      expect(rare.papers.map(({ id }) => id)).toEqual(ids)
      expect(frequent.slice(0, 2).map(({ id }) => id)).toEqual(ids)
      expect(frequent.length > 2).toBe(rare.hasMore)
    }
  }
})
