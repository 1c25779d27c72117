import type { Element, ElementContent, Root, Text } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import rehypeHighlight from 'rehype-highlight'
import rehypeKatex from 'rehype-katex'
import rehypeSanitize, { type Options as AllowList, defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { boundDrawing } from '@/lib/drawing-bounds'
import { forBrowsers } from '@/lib/mathml'
import { katexOptions } from '@/lib/tex'
import { escapeHtml } from '@/lib/text'

/**
 * A comment's Markdown as HTML that is safe in any page: what is not on the allow-list is taken out last, after code
 * and math have been drawn. HTML that somebody typed is shown as they typed it.
 */
export function renderMarkdown(body: string): string {
  try {
    return forBrowsers(String(toHtml.processSync(body)))
  } catch (error) {
    // Quotes within quotes, thousands deep: nobody reads that, but nothing of it is lost.
    if (error instanceof RangeError) return `<pre><code>${escapeHtml(body)}</code></pre>`
    throw error
  }
}

const mathTags = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot'],
  ...[
    'mover',
    'munder',
    'munderover',
    'mtable',
    'mtr',
    'mtd',
    'mstyle',
    'mpadded',
    'mphantom',
    'menclose',
    'semantics',
  ],
]
const mathAttributes = [
  ...['display', 'mathvariant', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'linethickness', 'displaystyle'],
  ...['scriptlevel', 'columnalign', 'columnspacing', 'rowspacing', 'accent', 'accentunder', 'width', 'height', 'depth'],
  ...['minsize', 'maxsize', 'largeop', 'movablelimits', 'notation', 'xmlns', 'voffset'],
]

const allowed: AllowList = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source'].includes(name)),
    ...mathTags,
  ],
  strip: ['script', 'style', 'annotation'],
  attributes: {
    ...defaultSchema.attributes,
    ...Object.fromEntries(mathTags.map((name) => [name, mathAttributes])),
    a: ['href', 'rel', ['className', 'data-footnote-backref'], 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
    div: [['className', 'scroll'], 'tabIndex', ['role', 'group'], ['ariaLabel', 'Table']],
    pre: ['tabIndex'],
    math: [...mathAttributes, 'tabIndex'],
    code: [['className', /^language-[\w-]{1,30}$/, 'hljs']],
    span: [['className', /^hljs-[\w-]{1,30}$/, 'katex-error', 'katex-display']],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
}

const asTyped = { html: (_state: unknown, { value }: { value: string }): Text => ({ type: 'text', value }) }

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(keepMoney)
  .use(boundDrawing)
  .use(displayMath)
  .use(remarkRehype, { handlers: asTyped })
  .use(rehypeKatex, katexOptions)
  .use(rehypeHighlight, { detect: false })
  .use(forComments)
  .use(rehypeSanitize, allowed)
  .use(rehypeStringify)
  .freeze()

/**
 * A dollar opens a formula when something follows it at once, and closes it when something stands right before it and
 * no digit after, as in titles (lib/tex.ts): "$5 and $6" is money.
 */
function keepMoney() {
  return (tree: MarkdownRoot, file: VFile) =>
    visit(tree, 'inlineMath', (node, index, parent) => {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset]
      if (start === undefined || end === undefined || index === undefined || !parent) return
      const source = String(file.value)
      const written = source.slice(start, end)
      if (written.startsWith('$$') || (/^\$\S[\s\S]*(?<=\S)\$$/.test(written) && !/\d/.test(source[end] ?? ''))) return
      parent.children.splice(index, 1, { type: 'text', value: written })
    })
}

/** `$$…$$` alone in its paragraph stands on a line of its own, as it does where people are used to write it. */
function displayMath() {
  return (tree: MarkdownRoot, file: VFile) =>
    visit(tree, 'paragraph', (paragraph) => {
      const [only, more] = paragraph.children
      const start = only?.position?.start.offset ?? 0
      if (only?.type !== 'inlineMath' || more || !String(file.value).startsWith('$$', start)) return
      const text: Text = { type: 'text', value: only.value }
      const code = { type: 'element', tagName: 'code', properties: { className: ['language-math', 'math-display'] } }
      paragraph.data = { hName: 'pre', hChildren: [{ ...code, children: [text] } as Element] }
    })
}

/** Pictures become links, as a picture elsewhere would tell its host who reads; headings stand below the page's own. */
function forComments() {
  return (tree: Root) =>
    visit(tree, 'element', (node: Element) => {
      const [, level] = /^h([1-6])$/.exec(node.tagName) ?? []
      if (level) node.tagName = `h${Math.min(6, Number(level) + 3)}`
      if (node.tagName === 'img') asLink(node)
      if (node.tagName === 'a') node.properties.rel = ['nofollow', 'ugc', 'noopener']
      if (node.tagName === 'table') wrapTable(node)
      // What scrolls by itself has to be reachable by keyboard.
      if (node.tagName === 'pre' || node.properties.display === 'block') node.properties.tabIndex = 0
    })
}

function asLink(node: Element): void {
  const { src, alt } = node.properties
  node.tagName = 'a'
  node.properties = { href: String(src ?? ''), rel: ['nofollow', 'ugc', 'noopener'] }
  node.children = [{ type: 'text', value: String(alt || src || 'picture') }]
}

/** A wide table scrolls by itself, and by keyboard. */
function wrapTable(node: Element): void {
  if (node.properties.dataWrapped) return
  const table: ElementContent = { ...node, properties: { ...node.properties, dataWrapped: true } }
  node.tagName = 'div'
  node.properties = { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }
  node.children = [table]
}
