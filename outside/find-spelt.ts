import { isAnyWordHere, lookUpWords } from '@/db/search-terms'
import { knownSpellings, readSpellings } from '@/db/spellings'
import { type AskedSearch, askedAnew } from '@/lib/search-asked'
import { plainWordsIn } from '@/lib/search-query'
import { tellingWords } from '@/lib/search-words'
import { mostUses } from '@/lib/spelling'
import { type Spelling, spellingOf } from '@/lib/spelling-meant'
import { type FoundPapers, findPapers } from '@/outside/find-papers'
import { knownLexicon } from '@/outside/query-meaning'

/** What a search found, and how it was read. */
export type FoundSpelt = {
  found: FoundPapers
  /** What was searched: what was asked for, or what was meant by it. */
  searched: AskedSearch
  /** What was meant, where words look misspelt; `isSearched`: nothing has the words as typed, so that it was searched. */
  spelling: (Spelling & { isSearched: boolean }) | null
}

// Each is compared with some thousand words.
const mostPutRight = 6
// A shorter word is like many, and may be one that only papers elsewhere have: `gait` is not `gain`.
const shortestSure = 5
// Words are read once after the start; who searches earlier does not wait long for it.
const patience = 1_000

/** Finds papers, and tells what was meant by words that look misspelt. */
export async function findSpelt(asked: AskedSearch, pageSize: number): Promise<FoundSpelt> {
  const spelling = await readSpelling(asked.q)
  if (spelling && !asked.isVerbatim && (await isUnheard(asked, spelling))) {
    const meant = { ...askedAnew(asked, spelling.q), page: asked.page }
    const found = await findPapers({ ...meant, pageSize })
    if (found.total > 0) return { found, searched: meant, spelling: { ...spelling, isSearched: true } }
  }
  const found = await findPapers({ ...asked, pageSize })
  return { found, searched: asked, spelling: spelling && { ...spelling, isSearched: false } }
}

async function readSpelling(q: string): Promise<Spelling | null> {
  const spellings = knownSpellings()
  // The first one who searches has them read.
  const reading = spellings ? null : readSpellings()
  reading?.catch(() => {})
  const isWord = (word: string) => knownLexicon()?.isCommon(word) ?? false
  const odd = plainWordsIn(q).filter(({ word }) => !isWord(word) && !spellings?.isRight(word))
  if (odd.length === 0) return null
  const known = await lookUpWords(odd.map(({ word }) => word))
  const looked = odd.map((one, i) => ({ ...one, papers: 0, isName: false, ...known[i] }))
  if (!looked.some(({ papers, isName }) => papers <= mostUses && !isName)) return null
  const read = await inTime(reading ?? readSpellings())
  return read && spellingOf(q, looked.slice(0, mostPutRight), read)
}

/** Whether no paper has any of the words that tell papers apart, and none of these is so short that it may be right. */
async function isUnheard({ query }: AskedSearch, { words }: Spelling): Promise<boolean> {
  if (words.some(({ typed, papers }) => papers > 0 || typed.length < shortestSure)) return false
  return !(await isAnyWordHere(tellingWords(query.words)))
}

/** Null when it takes too long, or fails: a search goes without it. */
async function inTime<T>(reading: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null)
  })
  const read = await Promise.race([reading.catch(() => null), late])
  clearTimeout(timer)
  return read
}
