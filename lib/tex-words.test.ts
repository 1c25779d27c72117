import { expect, test } from 'vitest'
import { textCommands } from '@/lib/tex-words'

test.each([
  ['Nguy\\~{\\^e}n', 'Nguyễn'],
  ['{\\~{\\^{e}}}', 'ễ'],
  ['Tr\\`\\^an', 'Trần'],
  ['Ph\\d{a}m', 'Phạm'],
  ['Erd\\H os and \\v{C}ech', 'Erdős and Čech'],
  ['{\\c C}a{\\u{g}}lar', 'Çağlar'],
  ['Na{\\"\\i}ve, na\\"{\\i}ve, na\\"\\i ve', 'Naïve, naïve, naïve'],
  ["Garc\\'{\\i}a, Garc\\'\\i{}a", 'García, García'],
  ['Stra\\ss e in {\\AA}rhus', 'Straße in Århus'],
])('%s is %s', (tex, text) => {
  expect(textCommands(tex)).toBe(text)
})

test.each(['\\^{}2', '\\~{}x', '{GPT}-4', '\\digits', '\\d{ab}', '\\undefined{a}'])('%s stays', (text) => {
  expect(textCommands(text)).toBe(text)
})
