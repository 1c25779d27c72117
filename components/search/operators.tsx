const operators: [typed: string, means: string][] = [
  ['"warm up"', 'words in a row'],
  ['-vision', 'without it'],
  ['a OR b', 'either of them'],
  ['title:', 'in the title'],
  ['author:', 'by this author'],
  ['cat:cs.LG', 'in this category'],
  ['from:2025-12', 'published since'],
  ['until:2026', 'published until'],
  ['votes:>20', 'more than 20'],
  ['by:mira', 'submitted by'],
  ['has:code', 'with code'],
]

/** What can be typed into the box besides words. */
export function Operators() {
  return (
    <section>
      <h2>In the box</h2>
      <dl className="ops">
        {operators.map(([typed, means]) => (
          <div key={typed}>
            <dt>{typed}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className="next">An arXiv id or an address leads to its paper.</p>
    </section>
  )
}
