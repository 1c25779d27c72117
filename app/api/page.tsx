import type { Metadata } from 'next'
import { readExample } from '@/app/about/read-example'
import { readApi } from '@/app/api/read-api'
import { ApiOperation } from '@/components/api/operation'
import { env } from '@/env'
import { operationsByTag, shapeInWords } from '@/lib/api-words'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: 'API',
  description: 'Every route of this site for programs: what it takes, what it answers, and a command that calls it.',
  alternates: { canonical: '/api' },
}

/** The description of the API for people, made of the same as /api/openapi.json. */
export default async function ApiPage() {
  const api = readApi()
  const example = { siteUrl: env.SITE_URL, ...(await readExample()) }
  const parts = operationsByTag(api)
  return (
    <main id="main" className="wrap sheet" tabIndex={-1}>
      <div className="dayhead titled">
        <div className="line">
          <h1>API</h1>
        </div>
      </div>
      <nav className="margin day-margin parts" aria-label="Parts of the API">
        <ul className="index">
          {parts.map(({ tag, all }) => (
            <li key={tag.name}>
              <a href={`#${tag.name}`}>{titleOf(tag.name)}</a> <span>{all.length}</span>
            </li>
          ))}
          <li>
            <a href="#answers">Answers</a> <span>{Object.keys(api.components.schemas).length}</span>
          </li>
        </ul>
      </nav>
      <div className="text about prose api">
        <p>
          Everything here can be read and written by programs. The same as <a href="/api/openapi.json">OpenAPI 3.1</a>{' '}
          is for tools that make clients.
        </p>
        <h2 id="clients">Clients of Hugging Face’s API</h2>
        <p>They work as they are, once they know this address:</p>
        <pre>
          <code>{`export HF_ENDPOINT=${env.SITE_URL}\nhf papers ls\nhf papers search "state space"\nhf papers info ${example.paperId}\nhf papers read ${example.paperId}`}</code>
        </pre>
        <h2 id="tokens">Tokens</h2>
        <p>
          Reading what is public takes none. For all else make one in your <a href="/settings#tokens">settings</a> and
          send it as <code>Authorization: Bearer …</code>. A token that may read changes nothing; one that may write
          does what you may, but for sign-in, account and tokens themselves, which take a browser.
        </p>
        <h2 id="pages">Pages of a list</h2>
        <p>
          The header <code>Link: &lt;…&gt;; rel="next"</code> leads to the next page; the last has none. Follow it
          rather than count: where it holds a <code>cursor</code>, nothing is missed or told twice when something is
          added meanwhile. <code>p</code> counts from 1, but for <code>/api/daily_papers</code>, whose clients count
          from 0.
        </p>
        <h2 id="refusals">When the answer is no</h2>
        <p>
          The body is <code>{'{"error": "…", "fields": {"name": "…"}}'}</code>, and the words are in the header{' '}
          <code>X-Error-Message</code> too. 429 comes with <code>Retry-After</code>; <code>RateLimit</code> says what is
          left before that.
        </p>
        <h2 id="elsewhere">From pages of other sites</h2>
        <p>
          What is public may be read from any page, and anything may be asked with a token. Cookies count on this site’s
          own pages alone.
        </p>
        {parts.map(({ tag, all }) => (
          <div key={tag.name} className="part-of-api">
            <h2 id={tag.name}>{titleOf(tag.name)}</h2>
            <p>{tag.description}</p>
            <ul className="calls">
              {all.map(({ id, method, path, operation }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <code>
                      <b>{method}</b> {path}
                    </code>
                  </a>{' '}
                  <span>{operation.summary}</span>
                </li>
              ))}
            </ul>
            {all.map((described) => (
              <ApiOperation key={described.id} described={described} example={example} />
            ))}
          </div>
        ))}
        <h2 id="answers">Answers</h2>
        <p>A question mark stands after what may be missing.</p>
        {Object.entries(api.components.schemas).map(([name, schema]) => (
          <section key={name} aria-labelledby={name}>
            <h3 id={name}>{name}</h3>
            <pre>
              <code>{shapeInWords(schema)}</code>
            </pre>
          </section>
        ))}
      </div>
    </main>
  )
}

function titleOf(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1)
}
