import { afterAll, expect, test } from 'vitest'
import { cosine } from '@/lib/search-vectors'
import { WordVectors } from '@/lib/word-vectors'
import { EmbedThread } from '@/outside/embed-thread'

/* The real model, which the package brings along. */

const thread = new EmbedThread(false)
afterAll(() => thread.stop())

test('texts of one meaning are nearer than others', async () => {
  const [boat, ship, tax] = await thread.embed(['a boat on the sea', 'a ship sails the ocean', 'income tax forms'])
  if (!boat || !ship || !tax) throw new Error('no vectors')
  expect(boat).toHaveLength(384)
  expect(cosine(boat, boat)).toBeCloseTo(1, 1)
  expect(cosine(boat, ship)).toBeGreaterThan(cosine(boat, tax) + 0.3)
}, 60_000)

test('words of one meaning are nearer than others', async () => {
  const words = new WordVectors(await thread.pieces())
  const like = (a: string, b: string) => {
    const [x, y] = [words.of(a), words.of(b)]
    return x && y ? cosine(x, y) : Number.NaN
  }
  expect(like('pictures', 'images')).toBeGreaterThan(like('pictures', 'tax') + 0.2)
  expect(like('video', 'video')).toBeCloseTo(1, 1)
}, 60_000)

test('any text has a vector, and a thread that was stopped starts again', async () => {
  await thread.stop()
  const vectors = await thread.embed(['', '🙂', 'x'.repeat(10_000), '中文'])
  expect(vectors.map(({ length }) => length)).toEqual([384, 384, 384, 384])
}, 60_000)
