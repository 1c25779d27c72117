import { describe, expect, it } from 'vitest'
import { answer, commentsOf, hear, press, rest, unheard, upvotesOf } from '@/lib/live-numbers'

const served = 27

describe('numbers of a page that stays open', () => {
  it('are those it was served with until something is heard', () => {
    expect(upvotesOf(unheard, served)).toBe(27)
    expect(commentsOf(unheard, 4)).toBe(4)
  })

  it('follow events', () => {
    const heard = hear(unheard, { upvotes: 30, comments: 5 }, 1)
    expect(upvotesOf(heard, served)).toBe(30)
    expect(commentsOf(heard, 4)).toBe(5)
  })

  it('keep what an event does not speak of', () => {
    expect(commentsOf(hear(hear(unheard, { comments: 5 }, 1), { upvotes: 30 }, 2), 4)).toBe(5)
  })
})

describe('a vote of one’s own', () => {
  it('is counted at once', () => {
    expect(upvotesOf(press(unheard, 1, served), served)).toBe(28)
    expect(upvotesOf(press(unheard, -1, 0), 0)).toBe(0)
  })

  it('does not flicker when its event comes before its answer', () => {
    const pressed = press(unheard, 1, served)
    const told = hear(pressed, { upvotes: 28 }, 1)
    expect(upvotesOf(told, served)).toBe(28)
    const answered = answer(told, 28)
    expect(upvotesOf(answered, served)).toBe(28)
    expect(upvotesOf(rest(answered), served)).toBe(28)
  })

  it('does not flicker when an event from before it comes late', () => {
    const late = hear(answer(press(unheard, 1, served), 28), { upvotes: 27 }, 1)
    expect(upvotesOf(late, served)).toBe(28)
    expect(upvotesOf(rest(hear(late, { upvotes: 28 }, 2)), served)).toBe(28)
  })

  it('takes the newest event over the answer once it rests', () => {
    // Tove voted in the same moment; her vote is in the event and not in Mira's answer.
    const answered = answer(hear(press(unheard, 1, served), { upvotes: 29 }, 1), 28)
    expect(upvotesOf(answered, served)).toBe(28)
    expect(upvotesOf(rest(answered), served)).toBe(29)
  })

  it('stays on its answer where no stream tells anything', () => {
    expect(upvotesOf(rest(answer(press(unheard, 1, served), 33)), served)).toBe(33)
  })

  it('leaves no trace when it is refused', () => {
    expect(upvotesOf(rest(press(unheard, 1, served)), served)).toBe(27)
    expect(upvotesOf(rest(hear(press(unheard, 1, served), { upvotes: 31 }, 1)), served)).toBe(31)
  })

  it('counts from what is on show when it is taken back in the same breath', () => {
    expect(upvotesOf(press(press(unheard, 1, served), -1, served), served)).toBe(27)
  })
})
