import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Branch, buildThread, deepest, isTooDeep, type Placed, subThread, withOwn } from '@/lib/thread'

const comment = (id: string, parentId: string | null, createdAt: number): Placed => ({ id, parentId, createdAt })

const talk = [
  comment('tove', null, 1),
  comment('jiho', 'tove', 2),
  comment('pilar', null, 3),
  comment('mira', 'jiho', 4),
  comment('dan', 'tove', 5),
]

const chain = (length: number) => Array.from({ length }, (_, i) => comment(`c${i}`, i === 0 ? null : `c${i - 1}`, i))

/** Ids as an indented list reads. */
function read(branches: readonly Branch<Placed>[]): string[] {
  return branches.flatMap(({ comment, depth, replies }) => [`${'  '.repeat(depth)}${comment.id}`, ...read(replies)])
}

/** Any talk: each comment answers an earlier one, or none, or one that is not here. */
const anyTalk = fc
  .array(fc.record({ answers: fc.option(fc.nat(60), { nil: null }), at: fc.nat(5) }), { maxLength: 50 })
  .map((all) =>
    all.map(({ answers, at }, i) =>
      comment(
        `c${i}`,
        answers === null ? null : answers < i ? `c${answers}` : 'elsewhere',
        Math.floor(i / 3) + at / 10,
      ),
    ),
  )

test('answers stand under what they answer, in order of time or the newest first', () => {
  expect(read(buildThread(talk))).toEqual(['tove', '  jiho', '    mira', '  dan', 'pilar'])
  expect(read(buildThread(talk, 'newest'))).toEqual(['pilar', 'tove', '  dan', '  jiho', '    mira'])
  expect(buildThread(talk)[0]).toMatchObject({ size: 3, depth: 0 })
})

test('whatever is said, every comment is in the thread once, below its parent and one step deeper', () => {
  fc.assert(
    fc.property(anyTalk, fc.constantFrom('oldest' as const, 'newest' as const), (comments, order) => {
      const seen = new Map<string, Branch<Placed>>()
      const visit = (branches: readonly Branch<Placed>[], parent: Branch<Placed> | null) => {
        for (const branch of branches) {
          expect(seen.has(branch.comment.id)).toBe(false)
          seen.set(branch.comment.id, branch)
          expect(branch.depth).toBe(parent ? parent.depth + 1 : 0)
          if (parent) expect(branch.comment.parentId).toBe(parent.comment.id)
          visit(branch.replies, branch)
        }
      }
      const roots = buildThread(comments, order)
      visit(roots, null)
      expect(seen.size).toBe(comments.length)
      expect(roots.reduce((sum, { size }) => sum + size + 1, 0)).toBe(comments.length)
    }),
  )
})

test('the order in which comments came in does not matter, and newest first is oldest first turned round', () => {
  fc.assert(
    fc.property(
      anyTalk.chain((comments) =>
        fc.tuple(fc.constant(comments), fc.shuffledSubarray(comments, { minLength: comments.length })),
      ),
      ([comments, shuffled]) => {
        expect(read(buildThread(shuffled))).toEqual(read(buildThread(comments)))
        const turned = (branches: Branch<Placed>[]): Branch<Placed>[] =>
          [...branches].reverse().map((branch) => ({ ...branch, replies: turned(branch.replies) }))
        expect(read(turned(buildThread(comments, 'newest')))).toEqual(read(buildThread(comments)))
      },
    ),
  )
})

test('a part of a thread begins at the margin again', () => {
  expect(read(subThread(talk, 'jiho'))).toEqual(['jiho', '  mira'])
  expect(subThread(talk, 'nobody')).toEqual([])
})

test('a thread twelve deep goes on elsewhere after six steps', () => {
  const deep = chain(12)
  expect(isTooDeep(deep, `c${deepest}`)).toBe(false)
  expect(isTooDeep(deep, `c${deepest + 1}`)).toBe(true)
  expect(
    isTooDeep(
      subThread(deep, `c${deepest}`).map(({ comment }) => comment),
      `c${deepest}`,
    ),
  ).toBe(false)
})

test('a quarrel of twenty thousand answers is built, not a stack overflow', () => {
  expect(buildThread(chain(20_000))[0]?.size).toBe(19_999)
})

test('what I just wrote stays in a list that was made before it, and no longer than it is mine to say', () => {
  const mine = { ...comment('new', 'tove', 9), body: 'Hello' }
  const list = talk.map((one) => ({ ...one, body: 'x' }))
  expect(withOwn(list, [mine]).map(({ id }) => id)).toEqual([...talk.map(({ id }) => id), 'new'])
  const edited = { ...mine, body: 'Hello there' }
  expect(withOwn([...list, mine], [mine, edited]).filter(({ id }) => id === 'new')).toEqual([edited])
  expect(withOwn(list, [])).toEqual(list)
})
