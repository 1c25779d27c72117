import type { Heading, Link, List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { cleanLine } from '@/lib/clean-text'
import { withoutEnd } from '@/lib/found-links'
import { partsOf } from '@/lib/tex'
import { textCommands } from '@/lib/tex-words'

/*
 * Markdown as this site writes it: a tree that a serializer escapes, so that no title, name or abstract can be a
 * heading, a link or HTML of its own.
 */

/** Blocks as Markdown, an empty line between them, a line break at the end. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown.stringify({ type: 'root', children: [...blocks] })
}

/** Text as it reads; its TeX commands become letters, its formulas stay between dollars. */
export function wordsAndMath(text: string): PhrasingContent[] {
  return partsOf(cleanLine(text)).map((part) =>
    part.tex === null ? plain(textCommands(part.text)) : formula(part.tex),
  )
}

/** The same for an abstract: a paragraph for each of its own, its addresses as links. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(...wordsAndMath(part).flatMap(withLinks)))
}

/**
 * A formula, in which readers of Markdown that know no math find neither HTML nor a link: spaces mean nothing in TeX.
 */
export function formula(tex: string): Extract<PhrasingContent, { type: 'inlineMath' }> {
  const value = tex
    .replace(/\s+/g, ' ')
    .replace(/<(?=[a-z/!?])/gi, '< ')
    .replace(/\](?=[([])/g, '] ')
  return { type: 'inlineMath', value }
}

export function plain(value: string): Text {
  return { type: 'text', value }
}

export function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [plain(value)] }
}

export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value }
}

/** @param url whole; only addresses of the web and of this site come here */
export function link(url: string, ...children: (PhrasingContent | string)[]): Link {
  return { type: 'link', url, children: phrases(children).filter((child) => child.type !== 'link') }
}

export function paragraph(...children: (PhrasingContent | string)[]): Paragraph {
  return { type: 'paragraph', children: phrases(children) }
}

export function heading(depth: Heading['depth'], ...children: (PhrasingContent | string)[]): Heading {
  return { type: 'heading', depth, children: phrases(children) }
}

export function bullets(items: readonly (PhrasingContent | string)[][]): List {
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(...item)],
  }))
  return { type: 'list', ordered: false, spread: false, children }
}

/** Phrases with commas between them. */
export function inARow(parts: readonly (PhrasingContent | string)[], between = ', '): (PhrasingContent | string)[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]))
}

const toMarkdown = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', fence: '`', fences: true })
  .freeze()

function phrases(children: readonly (PhrasingContent | string)[]): PhrasingContent[] {
  return children.map((child) => (typeof child === 'string' ? plain(child) : child))
}

const address = /https?:\/\/[^\s<>"'`{}|\\^]+/g

function withLinks(phrase: PhrasingContent): PhrasingContent[] {
  if (phrase.type !== 'text') return [phrase]
  const parts: PhrasingContent[] = []
  let at = 0
  for (const { 0: match, index } of phrase.value.matchAll(address)) {
    const url = withoutEnd(match)
    if (!URL.canParse(url)) continue
    parts.push(plain(phrase.value.slice(at, index)), link(url, url))
    at = index + url.length
  }
  return [...parts, plain(phrase.value.slice(at))]
}
