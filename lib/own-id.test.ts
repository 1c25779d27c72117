import { expect, test } from 'vitest'
import { ownId } from '@/lib/own-id'
import { isArxivId, paperIdFromSegment, paperVersion, parsePaperId } from '@/lib/paper-id'

test('the same name makes the same id, and it is one', () => {
  const id = ownId('doi:10.1145/3292500')
  expect(ownId('doi:10.1145/3292500')).toBe(id)
  expect(ownId('doi:10.1145/3292501')).not.toBe(id)
  expect(parsePaperId(id)).toBe(id)
  expect(isArxivId(id)).toBe(false)
})

test('no end of such an id is taken for a version', () => {
  const id = 'p-0000000v12'
  expect(paperIdFromSegment(id)).toBe(id)
  expect(paperVersion(id)).toBeNull()
})
