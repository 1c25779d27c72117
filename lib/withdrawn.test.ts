import { expect, test } from 'vitest'
import { saysWithdrawn } from '@/lib/withdrawn'

test.each([
  'This paper has been withdrawn by the author due to a crucial sign\n  error in equation 1',
  'The paper has been withdrawn, since we submitted a new manuscript arXiv:1410.6758',
  '19 pages, 2 figures, This paper has been withdrawn, because Proposition 5 turned out to be wrong.',
  'Withdrawn',
  'Withdrawn due to grant related requirements',
  'preprint withdrawn',
  'arXiv admin note: submission has been withdrawn by arXiv administrators due to inappropriate text reuse',
  'Withdrawn by arXiv administrators',
  'We withdraw this paper due to an incorrigible error in the main proof',
  'I would like to withdraw this paper due to copyright problem',
  'The paper has been withdrawn from arXiv since it is under improvement',
  'We decided to withdraw this paper in order to rewrite it',
  'This paper is temporarily withdrawn',
  'accepted at TFP, withdrawn by the first author',
])('%j says so', (note) => {
  expect(saysWithdrawn(note, 'We count.')).toBe(true)
  expect(saysWithdrawn(null, note)).toBe(true)
})

test.each([
  '12 pages, 3 figures',
  'A major overhaul of the withdrawn paper Orthogonal symmetric Toeplitz matrices',
  '5 pages. The paper has been withdrawn from the XX International Conference',
  'Supersedes arXiv:1410.6758, which has been withdrawn',
  'We withdraw the needle and measure the force',
  'Withdrawn from ACM TMIS, now at TDSC',
  'We have to withdraw from the market',
  'Cash withdrawals of cards',
  '',
])('%j does not', (note) => {
  expect(saysWithdrawn(note, null)).toBe(false)
})

test('an abstract is about the paper itself only where it begins', () => {
  const abstract = `${'We study how submissions are handled. '.repeat(8)}In a tenth of cases the paper was withdrawn.`
  expect(saysWithdrawn(null, abstract)).toBe(false)
})
