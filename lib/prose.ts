import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'

/**
 * The parts of a Markdown text in which markup is looked for: every paragraph, heading and cell of a table, as written.
 * Code and math that stand alone are none of them. Finding the parts takes a moment however wild the text is, as
 * nothing within them is read; it is there, in one part, that Markdown needs time by the square of its length.
 */
export function proseOf(text: string): string[] {
  const parts: string[] = []
  visit(blocks.parse(text), ['paragraph', 'heading', 'tableCell'], ({ position }) => {
    parts.push(text.slice(position?.start.offset, position?.end.offset))
  })
  return parts
}

// By the names that their makers gave them.
const withinProse = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape', 'htmlText'],
  ...['labelEnd', 'labelStartImage', 'labelStartLink', 'wwwAutolink', 'protocolAutolink', 'emailAutolink'],
  ...['strikethrough', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'mathText'],
]

const blocks = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(blocksAlone).freeze()

function blocksAlone(this: Processor): void {
  const { micromarkExtensions = [] } = this.data()
  this.data({ micromarkExtensions: [...micromarkExtensions, { disable: { null: withinProse } }] })
}
