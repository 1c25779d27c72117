import { readFileSync } from 'node:fs'
import { searchPapers } from '@/db/search'
import { listCandidates, textsQuery } from '@/db/search-texts'
import { listTitles } from '@/db/search-titles'
import { readSearch } from '@/lib/search-query'
import { scoresOf } from '@/lib/search-rank'
import { findPapers } from '@/outside/find-papers'
import { readMeaning } from '@/outside/query-meaning'

type Asked = { id: string; typed: string }
type Finder = (typed: string) => Promise<string[]>

const patience = 60_000

/**
 * Prints recall and reciprocal rank within ten of words alone, of meaning alone and of both.
 * @param files by the name of their set: a paper's id, a tab and a query in each line
 */
export async function measureQuality(files: Readonly<Record<string, string>>): Promise<void> {
  const sets = [
    ...Object.entries(files).map(([name, file]) => ({ name, asked: queriesOf(file) })),
    { name: 'method names', asked: await namesOf(200) },
  ]
  console.log('recall@10 / MRR@10')
  for (const { name, asked } of sets) {
    for (const [by, find] of Object.entries(finders)) {
      const places: number[] = []
      for (const { id, typed } of asked) places.push((await find(typed)).indexOf(id) + 1)
      const recall = places.filter((place) => place > 0).length / places.length
      const rank = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length
      console.log(`${name} (${asked.length}), ${by}: ${recall.toFixed(3)} / ${rank.toFixed(3)}`)
    }
  }
}

const asked = (typed: string) => ({ query: readSearch(typed), sort: 'relevance', page: 1, pageSize: 10 }) as const

const finders: Record<string, Finder> = {
  words: async (typed) => (await searchPapers(asked(typed))).papers.map(({ id }) => id),
  meaning: findByMeaning,
  both: async (typed) => (await findPapers({ ...asked(typed), patience })).papers.map(({ id }) => id),
}

async function findByMeaning(typed: string): Promise<string[]> {
  const { text } = readSearch(typed)
  // A name of signs alone means nothing.
  if (text === '') return []
  const { meaning } = await readMeaning(text, patience)
  if (!meaning) throw new Error('Nothing is embedded.')
  const { vector, lexicon, shelf } = meaning
  const numbers = shelf.nearest(vector, 120).map(({ number }) => number)
  const candidates = await listCandidates(numbers, lexicon, () => 0)
  const scores = scoresOf(candidates, vector)
  const ids = new Map((await textsQuery(numbers)).map(({ number, id }) => [number, id]))
  return candidates
    .map(({ number }, i) => ({ id: ids.get(number) ?? '', score: scores[i] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ id }) => id)
}

function queriesOf(file: string): Asked[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => line.split('\t')).map(([id = '', typed = '']) => ({ id, typed }))
}

/** What titles call their methods, before the colon, spread evenly over all. */
async function namesOf(most: number): Promise<Asked[]> {
  const named = (await listTitles()).flatMap(({ id, title }) => {
    const [, name] = /^([^:\s]{2,30}):/.exec(title) ?? []
    return name ? { id, typed: name } : []
  })
  const step = named.length / most
  return Array.from({ length: most }, (_, i) => named[Math.floor(i * step)]).filter((name) => name !== undefined)
}
