import { rendered } from '@/components/rendered'
import type { PaperRevision } from '@/db/types'
import { formatDate } from '@/lib/days'
import { renderAbstract, renderTitle } from '@/lib/tex'

/** `v2, revised Aug 3, 2026`, and on demand what stood there before. */
export function Revisions({ revisions }: { revisions: readonly PaperRevision[] }) {
  return revisions.map((revision) => <Revised key={revision.version} {...revision} />)
}

function Revised({ version, at, changed, before }: PaperRevision) {
  const words = `v${version}, revised ${formatDate(at)}`
  if (changed.length === 0) return <p className="revised">{words}; the title, authors and abstract are the same.</p>
  return (
    <details className="revised">
      <summary>
        {words}: {listed(changed.map((each) => names[each]))} changed
      </summary>
      <dl className="details">
        {before.title !== undefined && (
          <Before name="Title">
            <span {...rendered(renderTitle(before.title))} />
          </Before>
        )}
        {before.authors && <Before name="Authors">{before.authors.join(', ')}</Before>}
        {before.abstract && (
          <Before name="Abstract">
            <span {...rendered(renderAbstract(before.abstract))} />
          </Before>
        )}
        {before.note !== undefined && <Before name="Authors’ note">{before.note ?? 'none'}</Before>}
      </dl>
    </details>
  )
}

function Before({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        {name} <span className="source">before</span>
      </dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

const names = { title: 'title', abstract: 'abstract', authors: 'authors', note: 'note' }

/** `title, authors and abstract` */
function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
