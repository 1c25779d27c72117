import { expect, test } from 'vitest'
import { oaiSetOf } from '@/lib/oai-set'

test.each([
  ['cs.LG', 'cs:cs:LG'],
  ['q-bio.NC', 'q-bio:q-bio:NC'],
  ['cs', 'cs'],
  ['hep-th', 'physics:hep-th'],
  ['astro-ph.CO', 'physics:astro-ph:CO'],
  ['physics.optics', 'physics:physics:optics'],
  ['math-ph', 'physics:math-ph'],
])('%s is in %s', (category, set) => {
  expect(oaiSetOf(category)).toBe(set)
})
