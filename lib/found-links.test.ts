import { expect, test } from 'vitest'
import { linksIn, withoutEnd } from '@/lib/found-links'

test.each([
  ['Code is at https://github.com/mira/heat.', 'https://github.com/mira/heat'],
  ['(code: https://github.com/mira/heat).', 'https://github.com/mira/heat'],
  ['Our code [https://github.com/mira/heat], and more', 'https://github.com/mira/heat'],
  ['code at \\url{https://github.com/mira/heat}', 'https://github.com/mira/heat'],
  ['\\href{https://github.com/mira/heat}{here}', 'https://github.com/mira/heat'],
  ['see github.com/mira/heat_maps, please', 'https://github.com/mira/heat_maps'],
  ['https://github.com/mira/heat.git', 'https://github.com/mira/heat'],
  ['https://www.github.com/mira/heat/tree/main/src#run', 'https://github.com/mira/heat'],
  ['https://gitlab.com/lab/group/heat/-/tree/main', 'https://gitlab.com/lab/group/heat'],
  ['models: https://huggingface.co/mira/heat-7b', 'https://huggingface.co/mira/heat-7b'],
  ['data: https://huggingface.co/datasets/mira/heat/viewer', 'https://huggingface.co/datasets/mira/heat'],
  ['https://anonymous.4open.science/r/heat-12', 'https://anonymous.4open.science/r/heat-12'],
  ['we thank https://github.com and https://github.com/mira', null],
  ['https://huggingface.co/papers/2308.10087', null],
  ['mail mira@github.com/x', null],
  ['', null],
])('%s', (text, codeUrl) => {
  expect(linksIn(text).codeUrl).toBe(codeUrl)
})

test.each([
  ['Project page: https://heat.example.org/.', 'https://heat.example.org/'],
  ['https://mira.github.io/heat/', 'https://mira.github.io/heat/'],
  ['Demos are on our website (https://lab.example/heat_(new))', 'https://lab.example/heat_(new)'],
  ['https://sites.google.com/view/heat', 'https://sites.google.com/view/heat'],
  ['Published at https://journal.example/12', null],
  ['Project page https://arxiv.org/abs/2308.10087', null],
  ['Project video https://youtu.be/abc', null],
  ['Website with paper: https://lab.example/heat.pdf', null],
])('%s', (text, projectPage) => {
  expect(linksIn(text).projectPage).toBe(projectPage)
})

test('the first of each counts, of the abstract before the note', () => {
  const abstract = 'Code: https://github.com/mira/heat. Page: https://mira.github.io/heat'
  expect(linksIn(abstract, '8 pages, https://github.com/other/one')).toEqual({
    codeUrl: 'https://github.com/mira/heat',
    projectPage: 'https://mira.github.io/heat',
  })
  expect(linksIn(null, '8 pages, https://github.com/other/one').codeUrl).toBe('https://github.com/other/one')
})

test.each([
  ['https://lab.example/heat_(new)).', 'https://lab.example/heat_(new)'],
  ['https://lab.example/[1]](2)),', 'https://lab.example/[1]](2)'],
  ['https://lab.example/a*).]', 'https://lab.example/a'],
  ['...', ''],
])('of %s stays what is of the address', (match, address) => {
  expect(withoutEnd(match)).toBe(address)
})

test('brackets without end are taken off, and an address too long to be one is passed over', () => {
  const many = 100_000
  expect(withoutEnd(`http://a.b/${')'.repeat(many)}`)).toBe('http://a.b/')
  expect(withoutEnd(`http://a.b/${'])'.repeat(many)}`)).toBe('http://a.b/')
  expect(linksIn(`Project page: https://lab.example/${'a'.repeat(2_000)}`).projectPage).toBeNull()
})
