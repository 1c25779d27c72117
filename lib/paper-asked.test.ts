import { expect, test } from 'vitest'
import { paperAsked } from '@/lib/paper-asked'

test.each([
  [' 2308.10087 ', '2308.10087'],
  ['arXiv:2308.10087v2', '2308.10087'],
  ['https://arxiv.org/abs/cs/9809007', 'cs/9809007'],
  ['https://arxiv.org/pdf/2308.10087v1.pdf', '2308.10087'],
  ['http://papers.test/papers/math.GT/0309136?utm_source=x#talk', 'math.GT/0309136'],
  ['/papers/2308.10087', '2308.10087'],
  ['gradient noise', null],
  ['', null],
])('%j means %j', (text, id) => {
  expect(paperAsked(text)).toBe(id)
})
