import { expect, test } from 'vitest'
import { githubRepository } from '@/lib/github-address'

test.each([
  ['https://github.com/mira/heat', 'mira/heat'],
  ['https://github.com/mira/heat.js.git', 'mira/heat.js'],
  ['https://github.com/mira/heat/tree/main', 'mira/heat'],
  ['https://github.com/mira', null],
  ['https://gitlab.com/mira/heat', null],
  ['https://github.com.example/mira/heat', null],
])('%s', (address, repository) => {
  expect(githubRepository(address)).toBe(repository)
})
