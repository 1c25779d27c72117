/* Formulas as one would type them, for feed readers, which drop the tags of MathML and leave n2 of n squared. */

type Node = { tag: string; children: (Node | string)[] }

/** HTML as lib/markdown.ts makes it, with its MathML as text. */
export function mathAsText(html: string): string {
  return html.replace(formula, (_, wrapped: string | undefined, bare: string) =>
    wordsOf(treeOf(wrapped ?? bare)).trim(),
  )
}

const math = String.raw`(<math[\s>](?:(?!</math>)[\s\S])*</math>)`
const formula = new RegExp(`<span class="">${math}</span>|${math}`, 'g')

/** MathML that was written by a library: every tag is closed. */
function treeOf(math: string): Node {
  const root: Node = { tag: '', children: [] }
  const open = [root]
  for (const [whole, closes, tag = ''] of math.matchAll(/<(\/?)([a-z]+)[^>]*>|[^<]+/g)) {
    const parent = open.at(-1) ?? root
    if (tag === '') parent.children.push(whole)
    else if (closes) open.pop()
    else {
      const node: Node = { tag, children: [] }
      parent.children.push(node)
      open.push(node)
    }
  }
  return root
}

function wordsOf(node: Node | string): string {
  if (typeof node === 'string') return node
  const parts = node.children.map(wordsOf)
  const [base = '', second = '', third = ''] = parts
  switch (node.tag) {
    case 'annotation':
      return ''
    case 'msup':
      return `${base}^${whole(second)}`
    case 'msub':
      return `${base}_${whole(second)}`
    case 'msubsup':
    case 'munderover':
      return `${base}_${whole(second)}^${whole(third)}`
    case 'munder':
      return `${base}_${whole(second)}`
    case 'mfrac':
      return `${whole(base)}/${whole(second)}`
    case 'msqrt':
      return `√${whole(parts.join(''))}`
    case 'mroot':
      return `${whole(base)}^(1/${second})`
    case 'mover':
      return base
    case 'mtr':
      return `${parts.join(', ')}; `
    case 'mspace':
      return ' '
    default:
      return parts.join('')
  }
}

function whole(part: string): string {
  return /^[\p{L}\p{N}\p{M}.∞′*]*$/u.test(part) ? part : `(${part})`
}
