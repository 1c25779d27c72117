/* Crossref's texts: abstracts in JATS and titles in HTML as publishers send them, seldom well-formed. */

/** An abstract as paragraphs with an empty line between; formulas as TeX where they were TeX. */
export function plainAbstract(jats: string): string {
  const text = formulas(jats)
    .replace(/<(?:jats:)?title\b[^>]*>\s*(?:abstract|summary)\s*\.?\s*<\/(?:jats:)?title>/gi, '')
    .replace(
      /<(?:jats:)?title\b[^>]*>([\s\S]*?)<\/(?:jats:)?title>\s*(?:<(?:jats:)?p\b[^>]*>)?/gi,
      (_, title: string) => `\n\n${title.trim().replace(/[:.]$/, '')}: `,
    )
    .replace(/<\/?(?:jats:)?(?:p|sec|list|list-item|break|disp-quote)\b[^>]*>/gi, '\n\n')
  return plain(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .replace(/^\s*abstract\b[\s:.—-]*/i, '')
    .trim()
}

/** A title in one line: H₂O for H<sub>2</sub>O. */
export function plainMarkup(html: string): string {
  return plain(formulas(html)).replace(/\s+/g, ' ').trim()
}

/** TeX beside MathML says it better; MathML alone leaves its letters. */
function formulas(text: string): string {
  return text
    .replace(/<(?:\w+:)?alternatives\b[^>]*>([\s\S]*?)<\/(?:\w+:)?alternatives>/gi, (whole, inner: string) =>
      /<(?:jats:)?tex-math/i.test(inner) ? inner.replace(/<(mml:)?math\b[\s\S]*?<\/(?:mml:)?math>/gi, '') : whole,
    )
    .replace(/<(?:jats:)?tex-math\b[^>]*>([\s\S]*?)<\/(?:jats:)?tex-math>/gi, (_, tex: string) => inDollars(tex))
    .replace(/<(?:mml:)?annotation(?:-xml)?\b[\s\S]*?<\/(?:mml:)?annotation(?:-xml)?>/gi, '')
    .replace(/<(?:mml:)?math\b[^>]*>([\s\S]*?)<\/(?:mml:)?math>/gi, (_, inner: string) =>
      inner
        .trim()
        .replace(/>\s+</g, '><')
        .replace(/<(?:mml:)?mspace\b[^>]*>/gi, ' '),
    )
}

/** Some publishers send a whole document for each formula. */
function inDollars(tex: string): string {
  const [, body = tex] = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(tex) ?? []
  const bare = body
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .trim()
  return bare === '' ? '' : `$${bare}$`
}

function plain(markup: string): string {
  const text = markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(?:jats:)?(sub|sup)\b[^>]*>([^<]*)<\/(?:jats:)?\1>/gi, (_, where: string, inner: string) =>
      raised(inner, where.toLowerCase() === 'sub' ? lows : highs),
    )
    .replace(/<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/gi, '')
  return entities(text)
}

const lows: Record<string, string> = pairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')
const highs: Record<string, string> = pairs('0123456789+-=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ')

function pairs(from: string, to: string): Record<string, string> {
  const signs = [...to]
  return Object.fromEntries([...from].map((sign, i) => [sign, signs[i] ?? sign]))
}

/** As small signs when all of it can be. */
function raised(text: string, signs: Record<string, string>): string {
  const small = [...text.trim().replaceAll('−', '-')].map((sign) => signs[sign])
  return small.every((sign) => sign !== undefined) ? small.join('') : text
}

const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

/** Once more where they were escaped twice. */
function entities(text: string): string {
  return text
    .replace(/&amp;(?=#?\w{2,8};)/g, '&')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name) return named[name] ?? whole
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
}
