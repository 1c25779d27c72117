import { expect, test } from 'vitest'
import { readCursor, writeCursor } from '@/lib/published-cursor'

test('a cursor is read back as it was written', () => {
  for (const cursor of [
    { publishedAt: 904867200000, id: 'cs/9809007' },
    { publishedAt: -5, id: '2606.00001' },
  ])
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
})

test('what is no cursor is none', () => {
  for (const text of ['', '5', '_2606.00001', 'x_2606.00001', '5_nonsense', '5_2606.00001v2'])
    expect(readCursor(text)).toBeNull()
})
