import { expect, test } from 'vitest'
import { ownId } from '@/lib/own-id'
import { paperTyped } from '@/lib/paper-typed'

test.each([
  ['2308.10087v3', '2308.10087'],
  [' arXiv: 2308.10087 ', '2308.10087'],
  ['cs/9809007', 'cs/9809007'],
  ['arxiv.org/abs/2308.10087', '2308.10087'],
  ['https://www.alphaxiv.org/abs/2308.10087v1', '2308.10087'],
  ['https://huggingface.co/papers/2308.10087', '2308.10087'],
  ['10.48550/arXiv.2308.10087', '2308.10087'],
  ['https://doi.org/10.1000/Heat', ownId('doi:10.1000/heat')],
  ['https://lab.example/heat/', ownId('url:https://lab.example/heat')],
  ['p-0123456789', 'p-0123456789'],
])('%j means %s', (text, id) => {
  expect(paperTyped(text)).toBe(id)
})

test.each(['', 'attention', 'learning rate 2308.10087', 'title:diffusion', 'cat:cs.LG', 'GPT-4.5', 'and/or', '""'])(
  '%j is words',
  (text) => {
    expect(paperTyped(text)).toBeNull()
  },
)
