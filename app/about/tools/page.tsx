import type { Metadata } from 'next'
import { type Example, readExample } from '@/app/about/read-example'
import { Feeds } from '@/components/about/feeds'
import { CopyButton } from '@/components/copy-button'
import { rendered } from '@/components/rendered'
import { env } from '@/env'
import { bookmarklet } from '@/lib/bookmarklet'
import { weekOf } from '@/lib/days'
import { feedLinks, newestFeed } from '@/lib/feed-address'
import { escapeHtml } from '@/lib/text'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'Tools',
  description: 'A bookmark that submits the paper you are reading, the same from a program, and feeds for your reader.',
  alternates: { canonical: '/about/tools', types: feedLinks(newestFeed) },
}

export default async function ToolsPage() {
  const example = await readExample()
  const address = bookmarklet(env.SITE_URL)
  const name = `Submit to ${env.SITE_NAME}`
  return (
    <main id="main" className="wrap sheet">
      <div className="dayhead titled">
        <div className="line">
          <h1>Tools</h1>
        </div>
      </div>
      <div className="text about prose">
        <h2 id="bookmark">A bookmark that submits</h2>
        <p>Drag this to the bar of your bookmarks:</p>
        {/* React lets no javascript: address through, as it cannot know that this one is ours. */}
        <p {...rendered(`<a class="button plain" href="${escapeHtml(address)}">${escapeHtml(name)}</a>`)} />
        <p>
          On the page of any paper, press it. You see what will be listed, and on which day, before anything happens. It
          knows arXiv, DOIs, OpenReview, Hugging Face and alphaXiv; of any other page you give title and authors
          yourself.
        </p>
        <h2 id="phone">On a phone</h2>
        <ol>
          <li>Bookmark this page.</li>
          <li>Copy the line below.</li>
          <li>Edit the bookmark: call it Submit, and put the line in the place of its address.</li>
          <li>
            On a paper’s page, open your bookmarks and tap it. In Chrome, type its name in the address bar instead.
          </li>
        </ol>
        <div className="pair">
          <label className="hidden" htmlFor="line">
            The line
          </label>
          <input className="field mono" id="line" readOnly value={address} />
          <CopyButton from="line" />
        </div>
        <p>Or copy the address of the paper, open this site and press Submit.</p>
        <h2 id="program">From a program</h2>
        <p>
          Make a token that may write in your <a href="/settings#tokens">settings</a>, then:
        </p>
        <pre>
          <code>{submitting(env.SITE_URL)}</code>
        </pre>
        <p>
          The answer is 303 with the address of the paper’s page, or a reason as JSON. To see first what an address
          leads to, send the same <code>paperId</code> to <code>/api/papers/lookup</code>: nothing is listed. To give a
          paper of arXiv a page here and list nothing, send its <code>arxivId</code> to <code>/api/papers/index</code>.
        </p>
        <p>
          A page that no service tells of takes <code>title</code>, <code>authors</code> (a list of names) and{' '}
          <code>abstract</code> beside its address. <code>projectPage</code>, <code>githubRepo</code> and{' '}
          <code>mediaUrls</code> may be given for any paper.
        </p>
        <h2 id="markdown">Pages as Markdown</h2>
        <p>
          Add <code>.md</code> to the address of a paper, a day, a week, a month, Trending, New or a search, or ask for{' '}
          <code>text/markdown</code> at the address itself. <a href="/llms.txt">llms.txt</a> names them all.
        </p>
        <pre>
          <code>{reading(env.SITE_URL, example)}</code>
        </pre>
        <h2 id="mcp">In an assistant</h2>
        <p>
          Assistants that speak the Model Context Protocol can search here, read the lists and papers, and find similar
          ones. Their settings ask for the address of a server:
        </p>
        <div className="pair">
          <label className="hidden" htmlFor="mcp-address">
            The address of the server
          </label>
          <input className="field mono" id="mcp-address" readOnly value={`${env.SITE_URL}/mcp`} />
          <CopyButton from="mcp-address" />
        </div>
        <p>
          To let it vote and comment in your name, make a token that may write in your{' '}
          <a href="/settings#tokens">settings</a> and have it sent as a header. Without one it reads. In Claude Code:
        </p>
        <pre>
          <code>{claudeCode(env.SITE_URL)}</code>
        </pre>
        <p>
          In VS Code, in <code>.vscode/mcp.json</code>; other clients take much the same:
        </p>
        <pre>
          <code>{mcpSettings(env.SITE_URL)}</code>
        </pre>
        <p>
          Claude Desktop adds it under Settings, Connectors, where this site is reachable from the internet over https.
        </p>
        <Feeds {...example} />
      </div>
    </main>
  )
}

function reading(siteUrl: string, { day, paperId }: Example): string {
  return [
    `curl ${siteUrl}/papers/${paperId}.md`,
    `curl ${siteUrl}/papers/week/${weekOf(day)}.md`,
    `curl '${siteUrl}/papers/search.md?q=attention+cat:cs.LG'`,
    `curl -H "Accept: text/markdown" ${siteUrl}/papers/trending`,
  ].join('\n')
}

function claudeCode(siteUrl: string): string {
  return [`claude mcp add --transport http papers ${siteUrl}/mcp \\`, '  --header "Authorization: Bearer $TOKEN"'].join(
    '\n',
  )
}

function mcpSettings(siteUrl: string): string {
  const headers = { Authorization: 'Bearer TOKEN' }
  return JSON.stringify({ servers: { papers: { type: 'http', url: `${siteUrl}/mcp`, headers } } }, null, 2)
}

function submitting(siteUrl: string): string {
  return [
    `curl -i ${siteUrl}/api/papers/submit \\`,
    '  -H "Authorization: Bearer $TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{"paperId": "2308.10087", "comment": "Worth two minutes."}'`,
  ].join('\n')
}
