import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rangesOf } from '@/lib/glyphs'

/* The fonts of the picture. Each is in several files, one for an alphabet; what none of them has is left out. */

type Font = { name: string; data: Buffer; weight: 400 | 500 | 700; style: 'normal' }
type FontSet = { fonts: Font[]; serif: string; sans: string; canDraw: (code: number) => boolean }

const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']
const symbols = ['KaTeX_Main-Regular', 'KaTeX_AMS-Regular']

let loading: Promise<FontSet> | null = null

/** Read once: the drawer keeps what it made of a list of fonts for as long as it is given the same list. */
export function loadFonts(): Promise<FontSet> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<FontSet> {
  const files = [
    ...alphabets.flatMap((alphabet) => [
      { name: `serif-${alphabet}`, weight: 500 as const, path: fontsource('source-serif-4', alphabet, 500) },
      { name: `sans-${alphabet}`, weight: 400 as const, path: fontsource('inter', alphabet, 400) },
    ]),
    { name: 'serif-latin', weight: 700 as const, path: fontsource('source-serif-4', 'latin', 700) },
    ...symbols.map((name) => ({ name, weight: 400 as const, path: `katex/dist/fonts/${name}.woff` })),
  ]
  const fonts = await Promise.all(
    files.map(async ({ name, weight, path }): Promise<Font> => {
      const data = await readFile(join(process.cwd(), 'node_modules', path))
      return { name, data, weight, style: 'normal' }
    }),
  )
  const codes = new Set<number>()
  for (const { data } of fonts) for (const [from, to] of rangesOf(data)) for (let c = from; c <= to; c++) codes.add(c)
  return { fonts, serif: family('serif'), sans: family('sans'), canDraw: (code) => codes.has(code) }
}

function fontsource(font: string, alphabet: string, weight: number): string {
  return `@fontsource/${font}/files/${font}-${alphabet}-${weight}-normal.woff`
}

function family(kind: 'serif' | 'sans'): string {
  return [...alphabets.map((alphabet) => `${kind}-${alphabet}`), ...symbols].join(', ')
}
