import { describe, expect, it } from 'vitest'
import { arrange, climbers, sayMoves } from '@/lib/list-moves'
import type { Standing } from '@/lib/order'

const paper = (id: string, upvotes: number, comments = 0): Standing => ({ id, upvotes, comments, submittedAt: 1 })
const a = paper('2601.00001', 9)
const b = paper('2601.00002', 7)
const c = paper('2601.00003', 5)

it('arranges by the order that SQL uses, and leaves the given list alone', () => {
  const given = [c, a, b].map((standing) => ({ standing }))
  expect(arrange(given, 'top').map(({ standing }) => standing.id)).toEqual([a.id, b.id, c.id])
  expect(given[0]?.standing).toBe(c)
})

describe('climbers', () => {
  it('are those whose own numbers brought them up', () => {
    const risen = { ...c, upvotes: 12 }
    expect(climbers([a, b, c], [risen, a, b])).toEqual([{ id: c.id, place: 1 }])
  })

  it('are not those that others made way for', () => {
    const fallen = { ...a, upvotes: 6 }
    expect(climbers([a, b, c], [b, fallen, c])).toEqual([])
  })

  it('are not newcomers', () => {
    expect(climbers([a, b], [c, a, b])).toEqual([])
  })
})

describe('what is said of moves', () => {
  const moves = (...list: [string, number][]) =>
    new Map(list.map(([title, place]) => [title, { title, place }] as const))

  it('names one paper, the best placed', () => {
    expect(sayMoves(moves(['FlashAttention', 2]))).toBe('FlashAttention moved to 2nd place.')
    expect(sayMoves(moves(['Mamba', 3], ['FlashAttention', 2]))).toBe(
      'FlashAttention moved to 2nd place, and one more paper moved up.',
    )
    expect(sayMoves(moves(['Mamba', 3], ['FlashAttention', 1], ['LoRA', 9]))).toBe(
      'FlashAttention moved to 1st place, and 2 more papers moved up.',
    )
  })

  it('is nothing when nothing moved', () => {
    expect(sayMoves(new Map())).toBe('')
  })
})
