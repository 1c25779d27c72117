import type { Blockquote, Definition, Nodes, Parents, PhrasingContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { formula, paragraph, plain, writeMarkdown } from '@/lib/markdown-text'

/**
 * A comment's Markdown as a quotation inside other Markdown, of which nothing reaches beyond it: headings are bold
 * lines, HTML is shown as typed, pictures are links, and what would define links or footnotes for the whole page is
 * told where it is used.
 */
export function quoteMarkdown(body: string): Blockquote {
  try {
    const tree = fromMarkdown.parse(body)
    const definitions = new Map<string, Definition>()
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    })
    const quote: Blockquote = { type: 'blockquote', children: tree.children as Blockquote['children'] } // no front matter
    visit(quote, (node, index, parent) => {
      if (index === undefined || !parent) return
      const instead = inside(node, parent, definitions)
      if (!instead) return
      parent.children.splice(index, 1, ...(instead as never[])) // of the kind that stood there: see inside()
      return index // what took its place is looked at as well
    })
    writeMarkdown([quote]) // what cannot be written is found here
    return quote
  } catch (error) {
    // Quotes within quotes, thousands deep.
    if (error instanceof RangeError) return { type: 'blockquote', children: [{ type: 'code', value: body }] }
    throw error
  }
}

const fromMarkdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

/** What stands in the place of a node that may not stand in a quotation; null when it may. */
function inside(node: Nodes, parent: Parents, definitions: ReadonlyMap<string, Definition>): Nodes[] | null {
  switch (node.type) {
    case 'heading':
      return [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
    case 'html':
      return [parent.type === 'blockquote' || parent.type === 'listItem' ? paragraph(node.value) : plain(node.value)]
    case 'math':
      return [paragraph(formula(node.value))]
    case 'inlineMath':
      node.value = formula(node.value).value
      return null
    case 'image':
      return [linkTo(node.url, [plain(node.alt || node.url || 'picture')])]
    case 'imageReference':
    case 'linkReference': {
      const url = definitions.get(node.identifier)?.url ?? ''
      const text = 'children' in node ? node.children : [plain(node.alt || url)]
      return [linkTo(url, text)]
    }
    case 'link':
      return isSafe(node.url) ? null : node.children
    case 'definition':
      return []
    case 'footnoteReference':
      return [plain(`[${node.label ?? node.identifier}]`)]
    case 'footnoteDefinition':
      return [paragraph(`[${node.label ?? node.identifier}]`), ...node.children]
    default:
      return null
  }
}

function linkTo(url: string, children: PhrasingContent[]): Nodes {
  return isSafe(url) ? { type: 'link', url, children } : { type: 'emphasis', children }
}

/** The addresses that comments may lead to, on the site's own pages too (lib/markdown.ts). */
function isSafe(url: string): boolean {
  return /^(https?:|mailto:|[/#])/i.test(url)
}
