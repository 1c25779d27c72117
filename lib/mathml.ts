/**
 * MathML as browsers draw it. MathML Core knows no mathvariant but normal, so a letter of another alphabet has to be
 * that letter of Unicode; and KaTeX leaves out the space that TeX has beside the name of a function.
 *
 * @param html safe HTML with KaTeX's MathML in it; nothing is added but letters and `<mspace>`
 */
export function forBrowsers(html: string): string {
  return html
    .replace(styled, (whole, tag: string, variant: string, text: string) => {
      const alphabet = alphabets[variant]
      return alphabet ? `<${tag}>${Array.from(text, (sign) => letterOf(alphabet, sign)).join('')}</${tag}>` : whole
    })
    .replace(functionName, `$1${thin}$2`)
    .replace(argument, `$1${thin}$2`)
}

const styled = /<(m[inot]|mtext) mathvariant="([a-z-]+)">([^<&]*)<\/\1>/g
const thin = '<mspace width="0.1667em"></mspace>'
const functionName = /(<\/(?:m[in]|msup|msub|mfrac|mrow)>)(<mi>\p{L}{2,}<\/mi><mo>\u2061<\/mo>)/gu
const argument = /(<mo>\u2061<\/mo>)(<(?!\/|mo|mspace)\w+)/g

/** Where an alphabet begins in Unicode, and the letters that stood elsewhere before it was made. */
type Alphabet = {
  upper: number
  lower: number
  digits?: number
  greek?: [upper: number, lower: number]
  apart?: string
}

const script = 'B\u212cE\u2130F\u2131H\u210bI\u2110L\u2112M\u2133R\u211be\u212fg\u210ao\u2134'
const fraktur = 'C\u212dH\u210cI\u2111R\u211cZ\u2128'
const doubleStruck = 'C\u2102H\u210dN\u2115P\u2119Q\u211aR\u211dZ\u2124'

const alphabets: Record<string, Alphabet> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digits: 0x1d7ce, greek: [0x1d6a8, 0x1d6c2] },
  italic: { upper: 0x1d434, lower: 0x1d44e, greek: [0x1d6e2, 0x1d6fc], apart: 'h\u210e' },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, greek: [0x1d71c, 0x1d736] },
  script: { upper: 0x1d49c, lower: 0x1d4b6, apart: script },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, apart: fraktur },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digits: 0x1d7d8, apart: doubleStruck },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digits: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digits: 0x1d7ec },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digits: 0x1d7f6 },
}

function letterOf({ upper, lower, digits, greek, apart = '' }: Alphabet, sign: string): string {
  const at = apart.indexOf(sign)
  if (at >= 0) return apart.charAt(at + 1)
  if (/[A-Z]/.test(sign)) return shifted(sign, 'A', upper)
  if (/[a-z]/.test(sign)) return shifted(sign, 'a', lower)
  if (digits && /[0-9]/.test(sign)) return shifted(sign, '0', digits)
  if (greek && /[Α-Ω]/.test(sign)) return shifted(sign, 'Α', greek[0])
  if (greek && /[α-ω]/.test(sign)) return shifted(sign, 'α', greek[1])
  return sign
}

function shifted(sign: string, from: string, to: number): string {
  return String.fromCodePoint(to + sign.charCodeAt(0) - from.charCodeAt(0))
}
