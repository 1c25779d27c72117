import katex from 'katex'
import { forBrowsers } from '@/lib/mathml'
import { readableTex, textCommands } from '@/lib/tex-words'
import { escapeHtml } from '@/lib/text'

/** KaTeX as this site runs it: MathML alone, nothing that leads elsewhere, and no expansion without end. */
export const katexOptions = {
  output: 'mathml',
  trust: false,
  strict: 'ignore',
  maxExpand: 200,
  maxSize: 20,
} as const

/** A title as HTML: its math as MathML, short words with hyphens kept whole. Safe to put into a page. */
export function renderTitle(title: string): string {
  return render(title, (text) => keepWhole(escapeHtml(textCommands(text))))
}

/** An abstract as HTML: its math as MathML, its paragraphs apart by line breaks. Safe to put into a page. */
export function renderAbstract(abstract: string): string {
  return render(abstract, (text) => escapeHtml(textCommands(text)).replace(/\n{2,}/g, '<br><br>'))
}

/** A title as plain text, for places that show no math: its formulas as one would type them. */
export function plainTitle(title: string): string {
  return partsOf(title)
    .map((part) => (part.tex === null ? textCommands(part.text) : readableTex(part.tex)))
    .join('')
}

/** Math that KaTeX cannot read stays as it was written. */
export function renderMath(tex: string, displayMode: boolean): string | null {
  if (tex.length > longest) return null
  try {
    const html = katex.renderToString(tex, { ...katexOptions, displayMode, throwOnError: true })
    // The TeX beside the MathML doubles it, and a page's own search would find it twice.
    const math = html.replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '').replace(/<\/?semantics>/g, '')
    return forBrowsers(math.replace(/^<span class="katex">([\s\S]*)<\/span>$/, '$1'))
  } catch (error) {
    if (error instanceof katex.ParseError || error instanceof RangeError) return null
    throw error
  }
}

const longest = 5_000

/** A stretch of a text: words, or a formula without its dollars. */
export type Part = { text: string; tex: null } | { text: string; tex: string; display: boolean }

// A dollar opens math when something follows it at once, and closes it when something stands right before it and no
// digit after: "$5 and $10" is money.
const math = /\$\$([^$]+)\$\$|\$(?!\s)((?:[^$\\]|\\[\s\S])+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]/g

/** The words and formulas of a title or an abstract, in order. */
export function partsOf(source: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const found of source.matchAll(math)) {
    const [whole, display, inline, round, square] = found
    parts.push({ text: source.slice(at, found.index), tex: null })
    const isDisplay = display !== undefined || square !== undefined
    parts.push({ text: whole, tex: display ?? inline ?? round ?? square ?? '', display: isDisplay })
    at = found.index + whole.length
  }
  return [...parts, { text: source.slice(at), tex: null }]
}

function render(source: string, show: (text: string) => string): string {
  return (
    partsOf(source)
      .map((part) => (part.tex === null ? show(part.text) : (renderMath(part.tex, false) ?? escapeHtml(part.text))))
      .join('')
      // A line may end after a formula, but not between it and its comma.
      .replace(/(<math(?:(?!<\/math>)[\s\S])*<\/math>)([.,:;!?)\]’”]+)/g, '<span class="nb">$1$2</span>')
  )
}

function keepWhole(html: string): string {
  return html.replace(/(?<![\p{L}\p{N}&;#-])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?![\p{L}\p{N};-])/gu, (word) =>
    word.length <= 20 ? `<span class="nb">${word}</span>` : word,
  )
}
