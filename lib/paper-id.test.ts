import { expect, test } from 'vitest'
import { apiPaperPath, paperIdFromSegment, paperPath, paperVersion, parsePaperId } from '@/lib/paper-id'

test('ids of both kinds are known, and lose their version', () => {
  for (const id of ['2308.10087', '0704.0001', 'cs/9809007', 'math.GT/0309136', 'hep-th/9901001', 'q-bio/0401001'])
    expect(parsePaperId(id)).toBe(id)
  expect(parsePaperId('2308.10087v12')).toBe('2308.10087')
  expect(parsePaperId('math.GT/0309136v2')).toBe('math.GT/0309136')
})

test('what is no id is none', () => {
  for (const text of [
    '',
    '2308.108',
    '2308.100877',
    '2313.10087',
    'cs/980900',
    'cs/9813007',
    'CS/9809007',
    'v1',
    '2308.10087v0',
    'a/b/0309136',
    '../etc',
    ' 2308.10087',
  ])
    expect(parsePaperId(text), text).toBeNull()
})

test('every spelling of a segment is the same paper', () => {
  for (const segment of ['cs/9809007', 'cs~9809007', 'cs%2F9809007', 'cs%2f9809007', 'cs~9809007v3'])
    expect(paperIdFromSegment(segment), segment).toBe('cs/9809007')
  expect(paperIdFromSegment('%E0%A4%A')).toBeNull()
  expect([paperVersion('2308.10087v2'), paperVersion('2308.10087')]).toEqual([2, null])
})

test('a paper has one address', () => {
  expect(paperPath('cs/9809007')).toBe('/papers/cs/9809007')
  expect(apiPaperPath('2308.10087')).toBe('/api/papers/2308.10087')
})
