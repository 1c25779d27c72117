/* TeX where no math is drawn: what people type in titles, as text. */

/** Commands of math that stand for one sign, and the sign. The last that stands for a sign is the one to write for it. */
export const symbols: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ' },
  ...{ iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ' },
  ...{ upsilon: 'υ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ' },
  ...{ Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', infty: '∞', nabla: '∇' },
  ...{ times: '×', cdot: '·', pm: '±', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', approx: '≈', sim: '~' },
  ...{ to: '→', rightarrow: '→', leftarrow: '←', mapsto: '↦', Rightarrow: '⇒', in: '∈', notin: '∉', subset: '⊂' },
  ...{ cup: '∪', cap: '∩', forall: '∀', exists: '∃', partial: '∂', sum: '∑', prod: '∏', int: '∫', sqrt: '√' },
  // A root without what stands under it.
  surd: '√',
  ...{ ldots: '…', dots: '…', cdots: '⋯', mid: '|', vert: '|', Vert: '‖', langle: '⟨', rangle: '⟩', circ: '∘' },
  ...{
    star: '⋆',
    ast: '*',
    dagger: '†',
    prime: '′',
    propto: '∝',
    ll: '≪',
    gg: '≫',
    oplus: '⊕',
    otimes: '⊗',
    perp: '⊥',
  },
}

const silent = /\\(?:left|right|big|Big|bigl|bigr|displaystyle|textstyle|rm|bf|it|cal|limits|nolimits)(?![A-Za-z])/g
const wrapper = /\\(?:text|math|operator)[a-z]*\s*\{([^{}]*)\}/g

/** A formula as one would type it: `O(n log n)`, `10^9`, `α`. */
export function readableTex(tex: string): string {
  let text = tex.replace(silent, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(wrapper, '$1').replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
  }
  return text
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => symbols[name] ?? ` ${name} `)
    .replace(/\\[,;:!> ]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/([([]) | ([)\]])/g, '$1$2')
    .trim()
}

const accents: Record<string, string> = {
  ...{ "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307' },
  ...{ c: '\u0327', v: '\u030c', H: '\u030b', u: '\u0306', k: '\u0328', r: '\u030a', d: '\u0323', b: '\u0331' },
}
const signed = String.raw`\\['\x60^"~=.]`
const lettered = String.raw`\\[cvHukrdb](?![A-Za-z])`
const dotless = new RegExp(
  String.raw`(${signed}|${lettered})\s*(?:\{\\([ij])\s*\}|\\([ij])(?:\{\}|\s+|(?![A-Za-z])))`,
  'g',
)
// What an accent stands on may have one: Nguy\~{\^e}n.
const on = String.raw`\p{L}\p{M}*`
const accent = String.raw`(${signed}|${lettered}(?:\s+|(?=\{)))(?:\{(${on})\}|(${on}))`
const bracedAccent = new RegExp(String.raw`\{${accent}\}`, 'gu')
const bareAccent = new RegExp(accent, 'gu')

const letters: Record<string, string> = {
  ...{ L: 'Ł', l: 'ł', O: 'Ø', o: 'ø', AA: 'Å', aa: 'å', AE: 'Æ', ae: 'æ', OE: 'Œ', oe: 'œ', ss: 'ß', i: 'ı' },
  ...{ DH: 'Ð', dh: 'ð', DJ: 'Đ', dj: 'đ', TH: 'Þ', th: 'þ' },
}
const names = Object.keys(letters).join('|')
// As TeX does, a name swallows the spaces after it.
const letter = new RegExp(String.raw`\{\\(${names})\s*\}|\\(${names})(?:\{\}|\s+|(?![A-Za-z]))`, 'g')

/** Text that was written for TeX: its accents, letters, quotes and emphasis as Unicode and plain words. */
export function textCommands(text: string): string {
  if (!/[\\`~{]|''|--/.test(text)) return text
  return accented(text)
    .replace(letter, (_, braced?: string, bare = '') => letters[braced ?? bare] ?? '')
    .replace(/\\(?:emph|text[a-z]{2}|mbox|textsc)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([%&#_$])/g, '$1')
    .replace(/``|''/g, (quotes) => (quotes === '``' ? '“' : '”'))
    .replace(/(?<=\w)---(?=\w)/g, '—')
    .replace(/(?<=\d)--(?=\d)/g, '–')
    .replace(/(?<=\w)~(?=\w)/g, '\u00a0')
}

function accented(text: string): string {
  let done = text.replace(dotless, (_, command: string, i = '', j = i) => `${command}{${j}}`)
  for (let before = ''; before !== done; ) {
    before = done
    done = before.replace(bracedAccent, withAccent)
    if (done === before) done = before.replace(bareAccent, withAccent)
  }
  return done
}

function withAccent(_: string, command: string, braced?: string, bare = ''): string {
  return `${braced ?? bare}${accents[command.charAt(1)] ?? ''}`.normalize('NFC')
}
