import { quantised } from '@/lib/search-vectors'

/** The pieces that a model of language makes words of, and what each of them means, one after another. */
export type PieceTable = { pieces: readonly string[]; vectors: Int8Array; dimensions: number }

/** What words mean by themselves, whatever stands around them. */
export class WordVectors {
  private readonly places: ReadonlyMap<string, number>

  constructor(private readonly table: PieceTable) {
    this.places = new Map(table.pieces.map((piece, i) => [piece, i]))
  }

  get dimensions(): number {
    return this.table.dimensions
  }

  /** Whether a word in lower case is a piece by itself, as words are that many texts have. */
  has(word: string): boolean {
    return this.places.has(word)
  }

  /** The direction between the pieces of a word in lower case and without accents; null when it has none. */
  of(word: string): Int8Array | null {
    const places = piecesOf(word, this.places)
    if (!places) return null
    const { vectors, dimensions } = this.table
    const sum = new Float64Array(dimensions)
    for (const place of places) {
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vectors[place * dimensions + i] ?? 0)
    }
    return quantised(sum)
  }
}

const longestWord = 100

/** WordPiece: the longest piece that fits, then the longest of what is left; null when something fits none. */
export function piecesOf(word: string, places: ReadonlyMap<string, number>): number[] | null {
  if (word.length > longestWord) return null
  const found: number[] = []
  for (let start = 0; start < word.length; ) {
    let end = word.length
    while (end > start && !places.has(pieceAt(word, start, end))) end--
    if (end === start) return null
    found.push(places.get(pieceAt(word, start, end)) ?? 0)
    start = end
  }
  return found.length > 0 ? found : null
}

function pieceAt(word: string, start: number, end: number): string {
  return start === 0 ? word.slice(0, end) : `##${word.slice(start, end)}`
}
