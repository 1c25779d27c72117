import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { llmsText } from '@/lib/llms-text'

const url = 'https://papers.example'
const text = llmsText({ name: 'Papers of # the lab', url, newest: '2026-06-02' })

test('it is a title, a quotation, a paragraph and sections of links, as llmstxt.org has it', () => {
  const tree: Root = unified().use(remarkParse).parse(text)
  const [title, quotation, paragraph, ...sections] = tree.children
  expect(title).toMatchObject({ type: 'heading', depth: 1 })
  expect([quotation?.type, paragraph?.type]).toEqual(['blockquote', 'paragraph'])
  sections.forEach((node, i) => {
    expect(node).toMatchObject(i % 2 === 0 ? { type: 'heading', depth: 2 } : { type: 'list' })
  })
  expect(text.startsWith('# Papers of # the lab\n')).toBe(true)
})

test('it names Markdown, MCP, the API, feeds, the archive and whose the data is', () => {
  const links: string[] = []
  visit(unified().use(remarkParse).parse(text), 'link', (node) => {
    links.push(node.url)
  })
  for (const path of [
    '/papers.md',
    '/papers/date/2026-06-02.md',
    '/papers/week/2026-W23.md',
    '/papers/month/2026-06.md',
    '/papers/trending.md',
    '/papers/search.md?q=attention',
    '/mcp',
    '/api',
    '/api/openapi.json',
    '/feeds/newest.atom',
    '/feeds/opml.xml',
    '/export/',
  ])
    expect(links, path).toContain(url + path)
  expect(text).toContain('daily_papers')
  expect(text).toContain('CC0')
})
