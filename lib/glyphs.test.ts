import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { drawable, rangesOf } from '@/lib/glyphs'

const { resolve } = createRequire(import.meta.url)

function font(path: string) {
  const ranges = rangesOf(readFileSync(resolve(path)))
  return (char: string) => ranges.some(([from, to]) => from <= code(char) && code(char) <= to)
}

function code(char: string): number {
  return char.codePointAt(0) ?? 0
}

test('reads which characters a font can draw', () => {
  const latin = font('@fontsource/source-serif-4/files/source-serif-4-latin-500-normal.woff')
  for (const char of ['A', 'z', 'é', '–', '“']) expect(latin(char), char).toBe(true)
  for (const char of ['ℝ', '中', 'ب', '😀', 'ш']) expect(latin(char), char).toBe(false)
  expect(font('katex/dist/fonts/KaTeX_AMS-Regular.woff')('∝')).toBe(true)
})

test('what cannot be drawn becomes its plain form, or goes', () => {
  const ascii = (at: number) => at < 0x80
  expect(drawable('𝓛₂ naïve  ﬁts', ascii)).toBe('L2 naive fits')
  expect(drawable('大规模 pre-training 😀 of models', ascii)).toBe('pre-training of models')
  expect(drawable('مرحبا', ascii)).toBe('')
})

test('a file that is no font is refused', () => {
  expect(() => rangesOf(Buffer.from('GIF89a and more'))).toThrow('Not a WOFF file')
})
