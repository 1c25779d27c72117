import type { PhrasingContent } from 'mdast'
import { dataLicence } from '@/lib/archive-manifest'
import { monthOf, weekOf } from '@/lib/days'
import { feedPath, opmlPath } from '@/lib/feed-address'
import { bullets, code, heading, link, paragraph, plain, wordsAndMath, writeMarkdown } from '@/lib/markdown-text'
import { listedTools } from '@/lib/mcp-tools'

/**
 * What the site holds for models and where, as llmstxt.org proposes it.
 * @param newest the newest day that has papers
 */
export function llmsText({ name, url, newest }: { name: string; url: string; newest: string }): string {
  const to = (path: string, label: string, ...about: (PhrasingContent | string)[]) => [
    link(url + path, label),
    ': ',
    ...about,
  ]
  const tools = listedTools.map((tool) => tool.name).join(', ')
  return writeMarkdown([
    heading(1, ...wordsAndMath(name)),
    {
      type: 'blockquote',
      children: [
        paragraph(
          'A community’s daily list of research papers, ordered by its votes, with what its members say of them.',
        ),
      ],
    },
    paragraph(
      'Every page of papers is Markdown as well: add ',
      code('.md'),
      ' to its address, or send ',
      code('Accept: text/markdown'),
      '. Pages of a list are ',
      code('?p=2'),
      ' and so on, and each names the next. No account is needed to read.',
    ),
    heading(2, 'Papers as Markdown'),
    bullets([
      to(
        '/papers.md',
        'Newest day',
        'most upvotes first; ',
        code('?sort=newest'),
        ' and ',
        code('?sort=discussed'),
        ' order otherwise',
      ),
      to(`/papers/date/${newest}.md`, 'A day', 'any day in its place'),
      to(`/papers/week/${weekOf(newest)}.md`, 'A week', 'ISO weeks'),
      to(`/papers/month/${monthOf(newest)}.md`, 'A month', 'beginnings of abstracts'),
      to('/papers/trending.md', 'Trending', 'by votes that fade'),
      to('/new.md', 'New', 'what arXiv announced last; of a category at ', code('/new/cs.LG.md')),
      to(
        '/papers/search.md?q=attention',
        'Search',
        'by words and meaning, with ',
        code('"a phrase"'),
        ', ',
        code('author:'),
        ', ',
        code('cat:'),
        ', ',
        code('from:'),
        ' and more in ',
        code('q'),
      ),
      [
        plain('One paper: '),
        code(`${url}/papers/ID.md`),
        plain(', where ID is that of arXiv, as in 2308.10087 or cs/9809007'),
      ],
    ]),
    heading(2, 'For programs'),
    bullets([
      to('/mcp', 'MCP', `tools over Streamable HTTP: ${tools}`),
      to('/api', 'API', 'JSON, in the shape that clients of the Hugging Face papers API read'),
      to('/api/openapi.json', 'API description', 'OpenAPI 3.1'),
      to(
        feedPath({ of: 'newest' }, 'atom'),
        'Newest as a feed',
        'Atom; also as RSS and JSON Feed, and for days, categories, authors and searches',
      ),
      to(opmlPath, 'All feeds', 'OPML'),
      to('/export/', 'Archive', 'all public data as JSON Lines'),
    ]),
    heading(2, 'Licence of the data'),
    bullets([to('/export/manifest.json', 'In the manifest of the archive', dataLicence)]),
    heading(2, 'Optional'),
    bullets([
      to('/about', 'About', 'how papers are ordered'),
      to('/about/tools', 'Tools', 'how to add this site to a client, a feed reader or a browser'),
      to('/sitemap.xml', 'Sitemap', 'every page'),
    ]),
  ])
}
