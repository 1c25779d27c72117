const keys: [names: string[], does: string][] = [
  [['j', 'k'], 'the next paper, the one before'],
  [['o'], 'open it'],
  [['u'], 'upvote it, or take the vote back'],
  [['s'], 'save it to your list, or take it off'],
  [['c'], 'its comments'],
  [['[', ']'], 'the day before, the day after'],
  [['/'], 'search'],
  [['?'], 'all keys'],
]

/** What a reader can do without a mouse. */
export function Keys() {
  return (
    <dl className="details">
      {keys.map(([names, does]) => (
        <div key={does}>
          <dt>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
