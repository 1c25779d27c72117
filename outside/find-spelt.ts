import { setTimeout as sleep } from 'node:timers/promises'
import { countTogether, isAnyWordHere, lookUpWords } from '@/db/search-terms'
import { knownSpellings, readSpellings } from '@/db/spellings'
import { type AskedSearch, askedAnew } from '@/lib/search-asked'
import { plainWordsIn } from '@/lib/search-query'
import { tellingWords } from '@/lib/search-words'
import { type InIndex, mostUses } from '@/lib/spelling'
import { equallyNear, type Likes, likesOf, type PutRight, type Spelling, spellingOf } from '@/lib/spelling-meant'
import { type FoundPapers, findPapers } from '@/outside/find-papers'
import { knownLexicon } from '@/outside/query-meaning'

/** What a search found, and how it was read. */
export type FoundSpelt = {
  found: FoundPapers
  /** What was searched: what was asked for, or what was meant by it. */
  searched: AskedSearch
  /** What was meant, where words look misspelt; `isSearched`: nothing has the words put right, so that it was searched. */
  spelling: (Spelling & { isSearched: boolean }) | null
}

// Each is compared with some thousand words.
const mostPutRight = 6
// So many words are compared with the rest of the query, and of each so many that it may have been.
const [mostUnsure, mostLike] = [2, 3]
// A shorter word is like many, and may be one that only papers elsewhere have: `gait` is not `gain`, and with two slips
// `scalpel` is not `scale`.
const shortestSure = 5
const shortestSureOfTwo = 9
// Words are read once after the start; who searches earlier does not wait long for it.
const patience = 1_000

type LookedUp = { word: string } & InIndex
/** `isEnglishKnown`: common words of English are not among the odd ones. */
type ReadSpelling = { spelling: Spelling; odd: readonly LookedUp[]; isEnglishKnown: boolean }

/** Finds papers, and tells what was meant by words that look misspelt. */
export async function findSpelt(asked: AskedSearch, pageSize: number): Promise<FoundSpelt> {
  const read = await readSpelling(asked.q)
  if (read && !asked.isVerbatim && (await isSure(asked, read))) {
    const meant = { ...askedAnew(asked, read.spelling.q), page: asked.page }
    const found = await findPapers({ ...meant, pageSize })
    if (found.total > 0) return { found, searched: meant, spelling: { ...read.spelling, isSearched: true } }
  }
  const found = await findPapers({ ...asked, pageSize })
  return { found, searched: asked, spelling: read && { ...read.spelling, isSearched: false } }
}

async function readSpelling(q: string): Promise<ReadSpelling | null> {
  const spellings = knownSpellings()
  // The first one who searches has them read.
  const reading = spellings ? null : readSpellings()
  reading?.catch(() => {})
  const lexicon = knownLexicon()
  const plain = plainWordsIn(q)
  const odd = plain.filter(({ word }) => !lexicon?.isCommon(word) && !spellings?.isRight(word))
  if (odd.length === 0) return null
  const known = await lookUpWords(odd.map(({ word }) => word))
  const looked = odd.map((one, i) => ({ ...one, papers: 0, isName: false, ...known[i] }))
  if (!looked.some(({ papers, isName }) => papers <= mostUses && !isName)) return null
  // What takes too long, or fails, is done without.
  const ready = (reading ?? readSpellings()).catch(() => null)
  const read = await Promise.race([ready, sleep(patience, null, { ref: false })])
  if (!read) return null
  const few = looked.slice(0, mostPutRight)
  const likes = likesOf(few, read)
  await preferTogether(
    likes,
    plain.map(({ word }) => word),
  )
  const spelling = spellingOf(q, few, likes, read)
  return spelling && { spelling, odd: looked, isEnglishKnown: lexicon !== null }
}

/**
 * Of words that are equally near to one that was typed, that comes first which most papers have together with the rest
 * of the query: `guassian spalting` is no scaling.
 */
async function preferTogether(likes: Likes, typed: readonly string[]): Promise<void> {
  const unsure = new Map([...likes].filter(([, like]) => equallyNear(like).length > 1))
  const rest = typed.filter((word) => !unsure.has(word)).map((word) => likes.get(word)?.[0]?.word ?? word)
  if (rest.length === 0) return
  const beside = tellingWords(rest)
  for (const [word, like] of [...unsure].slice(0, mostUnsure)) {
    const near = equallyNear(like).slice(0, mostLike)
    const together = await Promise.all(near.map((one) => countTogether([one.word, ...beside])))
    const best = near[together.indexOf(Math.max(...together))]
    if (best) likes.set(word, [best, ...like.filter((one) => one !== best)])
  }
}

/**
 * Whether what was meant is searched unasked: all that is put right are words that no paper has, and of these none is
 * left, or the query may be of another language. A word of English that no paper has is right beside others: where
 * these words are not known, no paper may have any word of the query.
 */
async function isSure({ query }: AskedSearch, { spelling, odd, isEnglishKnown }: ReadSpelling): Promise<boolean> {
  if (!spelling.words.every(isSureWord)) return false
  const isMeant = new Set(spelling.words.map(({ typed }) => typed))
  const unheard = odd.filter(({ word, papers }) => papers === 0 && word.length >= shortestSure)
  if (!unheard.every(({ word }) => isMeant.has(word))) return false
  return isEnglishKnown || !(await isAnyWordHere(tellingWords(query.words)))
}

function isSureWord({ typed, papers, edits }: PutRight): boolean {
  return papers === 0 && typed.length >= (edits > 1 ? shortestSureOfTwo : shortestSure)
}
