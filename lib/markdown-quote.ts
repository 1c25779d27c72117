import { LRUCache } from 'lru-cache'
import type { Blockquote, Definition, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { tooMuchIn } from '@/lib/comment-bounds'
import { formula, paragraph, plain, writeMarkdown } from '@/lib/markdown-text'

// Reading a comment can take a moment, and its page is made again and again while people talk.
const kept = new LRUCache<string, string>({
  max: 2_000,
  maxSize: 8 << 20,
  sizeCalculation: (quoted, body) => quoted.length + body.length,
})

/**
 * A comment's Markdown as a quotation inside other Markdown, of which nothing reaches beyond it: headings are bold
 * lines, HTML is shown as typed, pictures are links, and what would define links or footnotes for the whole page is
 * told where it is used.
 */
export function quoteMarkdown(body: string): RootContent {
  const quoted = kept.get(body) ?? quote(body)
  kept.set(body, quoted)
  return { type: 'html', value: quoted } // which is written as it is
}

function quote(body: string): string {
  const asTyped: Blockquote = { type: 'blockquote', children: [{ type: 'code', value: body }] }
  if (tooMuchIn(body)) return writeMarkdown([asTyped]).trimEnd()
  try {
    return writeMarkdown([quotationOf(body)]).trimEnd()
  } catch (error) {
    if (error instanceof RangeError) return writeMarkdown([asTyped]).trimEnd() // nested too deeply
    throw error
  }
}

function quotationOf(body: string): Blockquote {
  const tree = fromMarkdown.parse(body)
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const quotation: Blockquote = { type: 'blockquote', children: tree.children as Blockquote['children'] } // no front matter
  visit(quotation, (node, index, parent) => {
    if (index === undefined || !parent) return
    const instead = inside(node, parent, definitions)
    if (!instead) return
    parent.children.splice(index, 1, ...(instead as never[])) // of the kind that stood there: see inside()
    return index // what took its place is looked at as well
  })
  return quotation
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
