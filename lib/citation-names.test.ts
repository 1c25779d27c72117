import { expect, test } from 'vitest'
import { citedName } from '@/lib/citation-names'

test.each([
  ['Ada Quill', { given: 'Ada', family: 'Quill' }],
  ['LeCun, Yann', { given: 'Yann', family: 'LeCun' }],
  ["Conan O'Neill", { given: 'Conan', family: "O'Neill" }],
  ['Vincent van Gogh', { given: 'Vincent', 'non-dropping-particle': 'van', family: 'Gogh' }],
  ['van Gogh, Vincent', { given: 'Vincent', 'non-dropping-particle': 'van', family: 'Gogh' }],
  ['van Gogh', { 'non-dropping-particle': 'van', family: 'Gogh' }],
  ['João de la Cruz Jr.', { given: 'João', 'non-dropping-particle': 'de la', family: 'Cruz', suffix: 'Jr.' }],
  ['Luc Van Gool', { given: 'Luc', family: 'Van Gool' }],
  ['Nguyễn Văn An', { given: 'Nguyễn Văn', family: 'An' }],
  ['Nguyen Van An', { given: 'Nguyen Van', family: 'An' }],
  ['Đặng Văn Hà', { given: 'Đặng Văn', family: 'Hà' }],
  ['José Ortega y Gasset', { given: 'José', family: 'Ortega y Gasset' }],
  ['danah boyd', { given: 'danah', family: 'boyd' }],
  ["Jean d'Alembert", { given: 'Jean', family: "d'Alembert" }],
  ['B. Roy, Jr.', { given: 'B.', family: 'Roy', suffix: 'Jr.' }],
  ['Roy, Jr., B.', { given: 'B.', family: 'Roy', suffix: 'Jr.' }],
  ['Mary Ann Roy Sr', { given: 'Mary Ann', family: 'Roy', suffix: 'Sr' }],
  ['João da Silva III', { given: 'João', 'non-dropping-particle': 'da', family: 'Silva', suffix: 'III' }],
  ['Yuki Ii', { given: 'Yuki', family: 'Ii' }],
  ['Plato', { family: 'Plato' }],
  ['李明', { family: '李明' }],
  ['李 明', { given: '明', family: '李' }],
  ['김 철수', { given: '철수', family: '김' }],
  ['Erwin Schr\\"odinger', { given: 'Erwin', family: 'Schrödinger' }],
  ['{\\L}ukasz Kaiser', { given: 'Łukasz', family: 'Kaiser' }],
  ['S{\\o}ren Str\\o m-Gro\\ss{}', { given: 'Søren', family: 'Strøm-Groß' }],
  ["Mar{\\'\\i}a {\\v S}t\\v{e}p\\'{\\i}n", { given: 'María', family: 'Štěpín' }],
  ['ATLAS Collaboration', { literal: 'ATLAS Collaboration' }],
  [
    'The LIGO Scientific Collaboration, the Virgo Collaboration',
    { literal: 'The LIGO Scientific Collaboration, the Virgo Collaboration' },
  ],
  ['Gemini Team', { literal: 'Gemini Team' }],
  ['Sand AND Sons', { literal: 'Sand AND Sons' }],
  ['a, b, c, d', { literal: 'a, b, c, d' }],
])('%s', (name, parts) => {
  expect(citedName(name)).toEqual(parts)
})

test('nothing is nobody', () => {
  expect(citedName(' \n ')).toBeNull()
  expect(citedName('\ue000')).toBeNull()
})
