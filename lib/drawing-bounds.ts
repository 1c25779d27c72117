import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

// In characters. Some grammars need time by the square of a block's length: 12 s for a comment of C.
const longestCode = 4_000
const allCode = 8_000
const longestMath = 5_000
const allMath = 15_000
// What a formula or a block costs besides its length, in characters.
const each = 40

/**
 * Leaves code uncoloured and formulas as they were written where drawing them would take long: those that are long
 * themselves, and those that come after as many as anybody reads. Nothing of the text is lost.
 */
export function boundDrawing() {
  return (tree: Root, file: VFile) => {
    const code = budget(longestCode, allCode)
    const math = budget(longestMath, allMath)
    visit(tree, ['code', 'inlineMath', 'math'], (node, at, parent) => {
      if (!parent || at === undefined) return
      if (node.type === 'code') {
        const spend = node.lang === 'math' ? math : code
        if (node.lang && !spend(node.value.length)) node.lang = null
      } else if ((node.type === 'inlineMath' || node.type === 'math') && !math(node.value.length)) {
        const { start, end } = node.position ?? {}
        const value = String(file.value).slice(start?.offset, end?.offset)
        parent.children[at] = node.type === 'math' ? { type: 'code', value } : { type: 'text', value }
      }
    })
  }
}

/** Whether so many characters more may be drawn. */
function budget(longest: number, all: number): (length: number) => boolean {
  let spent = 0
  return (length) => {
    if (length > longest || spent + length + each > all) return false
    spent += length + each
    return true
  }
}
