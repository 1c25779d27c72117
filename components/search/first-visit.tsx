import { searchAddress } from '@/lib/search-address'

const examples = ['learning rate schedule', '"state space model" -vision', 'cat:cs.CL from:2025', 'votes:>100']

/** Before anything is looked for: what can be. */
export function FirstVisit() {
  return (
    <div className="empty">
      <h2>Find any paper.</h2>
      <p>Titles, abstracts and authors are searched. Some ways to ask:</p>
      <ul className="examples">
        {examples.map((example) => (
          <li key={example}>
            <a className="mono link" href={`${searchAddress}?${new URLSearchParams({ q: example })}`}>
              {example}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
