import { addDays } from '@/lib/days'

/* What the benchmark's databases hold: made by counting, so that the one who asks knows what the one who filled did. */

/** Papers of one day, the newest included: one page of a list. */
export const papersOfDay = 50
/** People with a token, who vote and write all over the database. */
export const voterCount = 400
/** More of them, who vote for the papers of the newest day only. */
export const dayVoterCount = 100
/** Papers that are voted for and written under, spread over the whole database. */
export const votedPapers = 1_000

/** The id of the paper at this place, 0 the newest: an arXiv id like any other. */
export function paperIdAt(place: number): string {
  const month = Math.floor(place / 10_000)
  return `${String(40 - Math.floor(month / 12)).padStart(2, '0')}${String(12 - (month % 12)).padStart(2, '0')}.${String(place % 10_000).padStart(5, '0')}`
}

/** The place of the k-th paper among those that are voted for, in a database of this many. */
export function votedPlace(k: number, papers: number): number {
  return Math.floor(((k % votedPapers) * papers) / votedPapers)
}

/** Who casts the k-th vote: no pair of person and paper comes twice before the 400,000th. */
export function voterOf(k: number): number {
  return (k + Math.floor(k / votedPapers)) % voterCount
}

/** Who casts the k-th vote for the newest day's papers, whose turn comes one after another. */
export function dayVoterOf(k: number): number {
  return voterCount + (Math.floor(k / papersOfDay) % dayVoterCount)
}

/** The token of a voter. Nothing but a benchmark's database knows it. */
export function tokenOf(voter: number): string {
  return `dp_benchmark-${String(voter).padStart(4, '0')}`
}

export function dayAt(place: number, today: string): string {
  return addDays(today, -Math.floor(place / papersOfDay))
}

/** How many votes the paper at this place has: ten on average, many for the first of a day and few for the last. */
export function votesAt(place: number): number {
  return Math.round(31.4 * 0.94 ** (place % papersOfDay))
}

export function titleAt(place: number): string {
  const title = wordsFrom(place * 7 + 3, 9)
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** About 1,200 characters, which is what abstracts have. */
export function abstractAt(place: number): string {
  return Array.from({ length: 8 }, (_, i) => `${wordsFrom(place * 31 + i * 101 + 1, 20)}.`).join(' ')
}

export function authorsAt(place: number): { name: string }[] {
  return Array.from({ length: 1 + (place % 8) }, (_, i) => ({
    name: `Author ${wordsFrom(place + i * 13, 1)} ${i + 1}`,
  }))
}

/** Words in an order that no other seed has, so that pages compress as text does and not as a repeated line. */
function wordsFrom(seed: number, count: number): string {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  const words: string[] = []
  for (let i = 0; i < count; i += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    words.push(vocabulary[(state >>> 8) % vocabulary.length] ?? '')
  }
  return words.join(' ')
}

const vocabulary = `a ablation accuracy across adaptive after against agents all alignment an analysis and annealing any
approximate are as at attention average baseline batch be because before benchmark better between beyond bias both
bound budget by calibrated can causal chunk classifier code compare complexity compute conditional consistent
constant context convergence convex corpus curvature data decay decoder deep depth descent diffusion dimension
distillation distribution domain each early efficient embedding encoder ensemble entropy error estimate evaluation
every evidence exact examples expert exponent fast feature few fine-tuning first fixed for forgetting from function
gain general generation gradient graph hard head hidden hyperparameter image improves in inference initial instead
into is it kernel known label language large latent layer learning length less linear local long loss low-rank many
margin mask matrix matching mean measure memory method mixture model momentum more most multi-task network neural no
noise norm normalisation not novel number objective observed of on one online optimal optimiser or order other out
over parallel parameter performance pipeline policy pre-training precision predict prior prompt provably pruning
quadratic quality random rank rate ratio reasoning recurrent regret regularisation representation residual retrieval
reward robust sample scale schedule search segmentation sequence setting several shallow sharp shift show simple
single size small smooth source sparse speed stable state step still stochastic strong structure student supervised
system target task teacher test text than that the theory they this tokens training transfer transformer tree under
unit universal update user value variance vector video view vision warmup weight when which while wide with without
work`.split(/\s+/)
