import { symbols } from '@/lib/tex-words'

/*
 * pdfTeX stops at a sign of math that is not written as a command. Letters of other scripts stay: they are words and
 * names, and a document that has the fonts for them reads them.
 */

/** Text of TeX with its signs of math between dollars, as DBLP writes them: `$\pi$` for π. */
export function signsAsMath(text: string): string {
  return (
    text
      .replace(raised, (run) => `$^{${plainOf(run)}}$`)
      .replace(lowered, (run) => `$_{${plainOf(run)}}$`)
      .replace(wordOrSign, (found) => {
        const name = ofText.test(found) ? undefined : commands.get(found)
        return name ? `$\\${name}$` : found
      })
      // Two in a row are one formula: ℓ₂.
      .replace(/(?<!\\)\$\$/g, '')
  )
}

/** A formula with the commands of its signs: `$n{\sigma}$` for $nσ$. */
export function commandsInMath(tex: string): string {
  return tex.replace(/[^\p{ASCII}]/gu, (sign) => {
    const name = commands.get(sign)
    return name ? `{\\${name}}` : sign
  })
}

const commands = new Map(
  Object.entries(symbols).flatMap(([name, sign]) => (/^\p{ASCII}$/u.test(sign) ? [] : [[sign, name] as const])),
)

// Three Greek letters are a word.
const wordOrSign = /\p{Script=Greek}{3,}|[^\p{ASCII}]/gu
/** LaTeX knows these outside of math too. */
const ofText = /^[×·±†…‖→←]$/
// A 1, 2 or 3 alone is one of LaTeX's letters.
const raised = /[¹²³]*[⁰ⁱ⁴-⁹⁺⁻ⁿ][⁰¹²³ⁱ⁴-⁹⁺⁻ⁿ]*/gu
const lowered = /[₀-₉₊₋ₐₑₒₓₕ-ₜᵢⱼᵣᵤᵥ]+/gu

function plainOf(run: string): string {
  return run.normalize('NFKC').replace(/−/g, '-')
}
