import { parseFeed } from '@rowanmanning/feed-parser'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { type Feed, feedDocument, opmlDocument } from '@/lib/feed-document'
import { type PaperForFeed, paperEntry } from '@/lib/feed-entry'

const site = { name: 'Daily Papers', url: 'https://papers.test' }

const paper: PaperForFeed = {
  id: '2606.00001',
  title: 'Heat & light: $O(n^2)$ <votes> fade',
  abstract: 'We show that $x_i < 1$.\n\nThen we <script>stop()</script>.',
  summary: null,
  summarySource: null,
  authors: [{ name: 'Ada Quill' }, { name: 'Bo <b>Tove</b> & Co' }],
  authorCount: 2,
  categories: ['cs.LG', 'math.ST'],
  publishedAt: Date.UTC(2026, 4, 30),
  updatedAt: null,
  withdrawnAt: null,
  upvotes: 42,
  comments: 3,
  listing: { day: '2026-06-02', submittedAt: Date.UTC(2026, 5, 2, 9) },
  sourceUrl: null,
  projectPage: null,
  codeUrl: 'https://github.com/ada/heat',
  doi: null,
}

function feedOf(papers: readonly PaperForFeed[], more: Partial<Feed> = {}): Feed {
  const at = (format: string) => `https://papers.test/feeds/newest.${format}`
  return {
    title: 'Newest papers · Daily Papers',
    about: 'Papers as they come.',
    home: 'https://papers.test/',
    id: at('atom'),
    site,
    entries: papers.map((each) => paperEntry(each, site)),
    since: Date.UTC(2026, 0, 1),
    pages: { self: `${at('rss')}?p=2`, first: at('rss'), previous: at('rss'), next: `${at('rss')}?p=3`, last: null },
    formats: { rss: at('rss'), atom: at('atom'), json: at('json') },
    ...more,
  }
}

/** Throws unless it is well-formed, in signs that XML knows, and every prefix is declared. */
function strictly(xml: string): string {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(`${valid.err.msg} (line ${valid.err.line})`)
  expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/u)
  const bare = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/="[^"]*"/g, (value) => `="${value.length}"`)
  const used = new Set(Array.from(bare.matchAll(/[<\s/]([\w-]+):[\w-]+[\s=>/]/g), ([, prefix]) => prefix))
  for (const prefix of used) if (prefix !== 'xmlns') expect(xml, `${prefix} is declared`).toContain(`xmlns:${prefix}=`)
  return xml
}

test.each(['rss', 'atom'] as const)('another library reads a feed in %s as it was meant', (format) => {
  const feed = parseFeed(strictly(feedDocument(feedOf([paper]), format)))
  const [item] = feed.items
  expect(feed).toMatchObject({ title: 'Newest papers · Daily Papers', url: 'https://papers.test/' })
  expect(item).toMatchObject({
    id: 'https://papers.test/papers/2606.00001',
    url: 'https://papers.test/papers/2606.00001',
    title: 'Heat & light: O(n^2) <votes> fade',
    published: new Date('2026-06-02T09:00:00Z'),
  })
  expect(item?.authors.map(({ name }) => name)).toEqual(['Ada Quill', 'Bo <b>Tove</b> & Co'])
  expect(item?.categories.map(({ term }) => term)).toEqual(['cs.LG', 'math.ST'])
  const html = item?.content ?? ''
  // This reader takes entities for signs twice, as some do.
  expect(html).toContain('<p>We show that x_i < 1.</p>\n<p>Then we <<wbr>script>stop()<<wbr>/script>.</p>')
  expect(html).toContain('42 upvotes · listed on Tuesday, June 2, 2026 · published May 30, 2026 · cs.LG · math.ST')
  expect(html).toContain('<a href="https://papers.test/papers/2606.00001#talk">3 comments</a>')
  expect(html).toContain('<a href="https://arxiv.org/abs/2606.00001">arXiv 2606.00001</a>')
})

test('RSS and Atom say which page of the feed they are, and where the others are', () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  const { rss } = parser.parse(feedDocument(feedOf([paper]), 'rss'))
  const { feed } = parser.parse(feedDocument(feedOf([paper]), 'atom'))
  const linksOf = (links: { rel: string; href: string }[]) =>
    links.filter(({ rel }) => rel !== 'alternate').map(({ rel, href }) => `${rel} ${href}`)
  const pages = [
    'self https://papers.test/feeds/newest.rss?p=2',
    'first https://papers.test/feeds/newest.rss',
    'previous https://papers.test/feeds/newest.rss',
    'next https://papers.test/feeds/newest.rss?p=3',
  ]
  expect(linksOf(rss.channel['atom:link'])).toEqual(pages)
  expect(linksOf(feed.link)).toEqual(pages)
})

test('a JSON Feed has what version 1.1 requires, and our own facts beside it', () => {
  const feed = JSON.parse(feedDocument(feedOf([paper]), 'json'))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Newest papers · Daily Papers',
    home_page_url: 'https://papers.test/',
    next_url: 'https://papers.test/feeds/newest.rss?p=3',
  })
  expect(feed.items[0]).toMatchObject({
    id: 'https://papers.test/papers/2606.00001',
    external_url: 'https://arxiv.org/abs/2606.00001',
    date_published: '2026-06-02T09:00:00.000Z',
    authors: [{ name: 'Ada Quill' }, { name: 'Bo <b>Tove</b> & Co' }],
    tags: ['cs.LG', 'math.ST'],
    _paper: { id: '2606.00001', upvotes: 42, comments: 3, day: '2026-06-02', published_at: '2026-05-30T00:00:00.000Z' },
  })
})

test('votes and comments change neither what an entry is called nor when it changed', () => {
  const told = (upvotes: number, comments: number) => {
    const { id, at, updatedAt } = paperEntry({ ...paper, upvotes, comments }, site)
    return { id, at, updatedAt }
  }
  expect(told(9_000, 80)).toEqual(told(0, 0))
})

test('a feed without entries is one', () => {
  expect(JSON.parse(feedDocument(feedOf([]), 'json')).items).toEqual([])
  for (const format of ['rss', 'atom'] as const) {
    const feed = parseFeed(strictly(feedDocument(feedOf([]), format)))
    expect([feed.items, feed.updated]).toEqual([[], new Date('2026-01-01')])
  }
})

test('a paper without abstract, authors or categories is told of all the same', () => {
  const bare = { ...paper, abstract: null, authors: [], authorCount: 0, categories: [], listing: null }
  for (const format of ['rss', 'atom'] as const) {
    const [item] = parseFeed(strictly(feedDocument(feedOf([bare]), format))).items
    expect(item?.content).toContain('No abstract is known here.')
    expect(item?.published).toEqual(new Date('2026-05-30'))
  }
  expect(JSON.parse(feedDocument(feedOf([bare]), 'json')).items[0].authors).toBeUndefined()
})

test('what somebody else wrote in place of an abstract is named as such, and a withdrawal comes first', () => {
  const summary = { ...paper, abstract: null, summary: 'It fades.', summarySource: 'sample' }
  expect(paperEntry(summary, site).html).toMatch(/^<p>Summary by sample, in place of an abstract:<\/p>\n<p>It fades\.</)
  const withdrawnAt = Date.UTC(2026, 6, 1)
  const { html, updatedAt } = paperEntry({ ...paper, withdrawnAt }, site)
  expect(html).toMatch(/^<p><strong>Withdrawn by its authors\.<\/strong><\/p>/)
  expect(updatedAt).toBe(withdrawnAt)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc
    .array(
      fc.constantFrom(
        ...[
          ']]>',
          '<![CDATA[',
          '&',
          '&amp;',
          '&apos;',
          '&nbsp;',
          '<',
          '>',
          '"',
          "'",
          '<!--',
          '-->',
          '<?xml',
          '?>',
          '%',
        ],
        ...[
          '\0',
          '\u0008',
          '\u001b',
          '\u0085',
          '\ud800',
          '\udfff',
          '\ufffe',
          '\uffff',
          '🦉',
          '$x^2$',
          '\\',
          '{',
          '\n',
          ' ',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

const plain = new XMLParser({ parseTagValue: false, htmlEntities: false })

/** The library writes &apos; as the sign it stands for. */
function same(text: string): string {
  return text.replaceAll('&apos;', "'").replace(/\s+/g, ' ').trim()
}

test('no text breaks a feed, and titles and names arrive whole', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, name, abstract) => {
      const odd = { ...paper, title: `a${title}`, authors: [{ name: `b${name}` }], abstract, categories: [`c${name}`] }
      const feed = feedOf([odd], { title: `d${title}`, about: `e${abstract}` })
      const [entry] = feed.entries
      const { items } = JSON.parse(feedDocument(feed, 'json'))
      for (const format of ['rss', 'atom'] as const) {
        const [item] = parseFeed(strictly(feedDocument(feed, format))).items
        expect(item?.id).toBe(entry?.id)
        expect(item?.content).not.toMatch(/<(?!\/?(?:p|a|wbr|strong)\b)[a-z/!?]/i)
      }
      const { rss } = plain.parse(feedDocument(feed, 'rss'))
      expect(same(rss.channel.item['content:encoded'])).toBe(same(items[0].content_html))
      expect(same(rss.channel.item.title)).toBe(same(items[0].title))
      expect(same(rss.channel.item['dc:creator'])).toBe(same(items[0].authors[0].name))
    }),
    { numRuns: 100 },
  )
})

test('a sign that XML cannot hold does not hide a tag from the guard', () => {
  expect(paperEntry({ ...paper, abstract: '<\uffffscript>' }, site).html).toContain('&#60;<wbr>script&#62;')
})

test('OPML names the feeds under their headings', () => {
  const folders = [
    { title: 'All & more', feeds: [{ title: 'New "est"', url: 'https://a.test/?a=1&b=2', home: 'https://a.test/' }] },
  ]
  const xml = strictly(opmlDocument('Daily <Papers>', folders))
  const { opml } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: true }).parse(xml)
  expect(opml.version).toBe('2.0')
  expect(opml.head.title).toBe('Daily <Papers>')
  expect(opml.body.outline).toMatchObject({
    text: 'All & more',
    outline: { text: 'New "est"', type: 'rss', xmlUrl: 'https://a.test/?a=1&b=2', htmlUrl: 'https://a.test/' },
  })
})
