import { expect, test } from 'vitest'
import { citedIdsSchema, mostCited } from '@/lib/citation-query'

const read = (ids?: string) => {
  const { data, error } = citedIdsSchema.safeParse({ ids })
  return data?.ids ?? error?.issues[0]?.message
}

test('ids stand in their order, each once, without versions', () => {
  expect(read('1706.03762v2, cs/9809007,1706.03762,p-0123456789')).toEqual(['1706.03762', 'cs/9809007', 'p-0123456789'])
})

test('what cannot be read is named', () => {
  expect(read()).toBe('wants ids of papers, with commas between them')
  expect(read('1706.03762,nonsense')).toBe('wants ids of papers: “nonsense” is none')
  expect(read('1706.03762,')).toBe('wants ids of papers: “” is none')
  const many = Array.from({ length: mostCited + 1 }, (_, i) => `1706.${String(i).padStart(5, '0')}`).join(',')
  expect(read(many)).toBe('wants at most 200 ids')
  expect(read(many.slice(0, many.lastIndexOf(',')))).toHaveLength(mostCited)
  expect(read('1'.repeat(20_000))).toBe('wants at most 200 ids')
})
