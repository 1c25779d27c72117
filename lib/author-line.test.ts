import { expect, test } from 'vitest'
import { authorsOf } from '@/lib/author-line'

test.each([
  ['Mira Sol', ['Mira Sol']],
  ['Mira Sol, Tove Lind', ['Mira Sol', 'Tove Lind']],
  ['Mira Sol and Tove Lind', ['Mira Sol', 'Tove Lind']],
  ['Mira Sol, Tove Lind, and Bo Ek', ['Mira Sol', 'Tove Lind', 'Bo Ek']],
  ['Mira Sol; Tove Lind', ['Mira Sol', 'Tove Lind']],
  ['M. Sol (1), T. Lind (1 and 2) ((1) Lab, City, (2) Institute of Heat and Light)', ['M. Sol', 'T. Lind']],
  ['M. Sol (Lab (North), City), T. Lind', ['M. Sol', 'T. Lind']],
  ['M. Sol (Lab, City, T. Lind', ['M. Sol']],
  ['Roldao da Rocha, Waldyr A. Rodrigues Jr', ['Roldao da Rocha', 'Waldyr A. Rodrigues Jr']],
  ['Martin Luther King, Jr., Bo Ek, III', ['Martin Luther King Jr.', 'Bo Ek III']],
  ['The ATLAS Collaboration: G. Aad, B. Abbott', ['ATLAS Collaboration', 'G. Aad', 'B. Abbott']],
  ['M. Sol, on behalf of the Heat Collaboration', ['M. Sol', 'Heat Collaboration']],
  ['M. Sol, et al.', ['M. Sol']],
  ['C. Bal\\\'azs, P. Erd\\H{o}s, K. G{\\"o}del', ['C. Balázs', 'P. Erdős', 'K. Gödel']],
  [
    'S{\\o}ren \\L ukasz \\AA ngstr\\"om, M. Mart{\\\'\\i}nez, Wei{\\ss}',
    ['Søren Łukasz Ångström', 'M. Martínez', 'Weiß'],
  ],
  ["Fran\\c{c}ois~Lemaire, Ji\\v{r}\\'i Nov\\'ak", ['François Lemaire', 'Jiří Novák']],
  ['Mira$^{1,2}$ Sol, Bo Ek$^\\dagger$', ['Mira Sol', 'Bo Ek']],
  ['  Mira\n  Sol,\n  陳 大文 ', ['Mira Sol', '陳 大文']],
  ['Anders Andersson', ['Anders Andersson']],
  ['', []],
  ['(1), 2, ;', []],
])('%j', (line, names) => {
  expect(authorsOf(line)).toEqual(names)
})
